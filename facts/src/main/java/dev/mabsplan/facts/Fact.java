package dev.mabsplan.facts;

/**
 * Something that was observed about one server.
 *
 * <p>A component that is null is unknown, which is not the same as absent: a thing that is known
 * not to be there has {@code present} false. What was not observed is not a fact at all.
 */
public sealed interface Fact
    permits Antivirus,
        AntivirusDetection,
        AntivirusExclusion,
        Certificate,
        Clock,
        CredentialsFile,
        DataSource,
        Disk,
        DomainTrust,
        Folder,
        GroupPolicy,
        Interference,
        MailSettings,
        MountedImage,
        NetworkReach,
        Observation,
        Passphrase,
        ProtectionGroup,
        RegistryValue,
        Retention,
        RunningJob,
        SecurityPin,
        Service,
        ShadowStorage,
        Software,
        SqlRole,
        SystemProxy,
        VaultRegistration,
        VaultSettings,
        VmwareAttribute,
        VmwareDisk,
        VmwareVm,
        Volume,
        VssWriter,
        WindowsFeature {

  /** Returns the name of the server it was observed on. */
  String server();
}
