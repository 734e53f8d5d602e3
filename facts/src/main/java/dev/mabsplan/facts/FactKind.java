package dev.mabsplan.facts;

import dev.mabsplan.facts.gathered.Address;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The kinds of {@link Fact}: each has a record, and a property of a server in the facts document.
 *
 * <p>The property is also the word for the kind in an {@link Address} and under {@code collected}.
 */
public enum FactKind {
  ANTIVIRUS(Antivirus.class, true),
  ANTIVIRUS_DETECTIONS(AntivirusDetection.class, true),
  ANTIVIRUS_EXCLUSIONS(AntivirusExclusion.class, true),
  CERTIFICATES(Certificate.class, true),
  CLOCK(Clock.class, false),
  CREDENTIALS_FILE(CredentialsFile.class, false),
  DATA_SOURCES(DataSource.class, true),
  DISKS(Disk.class, true),
  DOMAIN(DomainTrust.class, false),
  FOLDERS(Folder.class, true),
  GROUP_POLICIES(GroupPolicy.class, true),
  INTERFERENCE(Interference.class, true),
  MAIL(MailSettings.class, false),
  MOUNTED_IMAGES(MountedImage.class, true),
  NETWORK_REACH(NetworkReach.class, true),
  OBSERVATIONS(Observation.class, true),
  PASSPHRASE(Passphrase.class, false),
  PROTECTION_GROUPS(ProtectionGroup.class, true),
  REGISTRY_VALUES(RegistryValue.class, true),
  RETENTION(Retention.class, true),
  RUNNING_JOBS(RunningJob.class, true),
  SECURITY_PIN(SecurityPin.class, false),
  SERVICES(Service.class, true),
  SHADOW_STORAGE(ShadowStorage.class, true),
  SOFTWARE(Software.class, true),
  SQL_ROLES(SqlRole.class, true),
  SYSTEM_PROXY(SystemProxy.class, false),
  VAULT_REGISTRATION(VaultRegistration.class, false),
  VAULT_SETTINGS(VaultSettings.class, false),
  VMWARE_ATTRIBUTES(VmwareAttribute.class, true),
  VMWARE_DISKS(VmwareDisk.class, true),
  VMWARE_VMS(VmwareVm.class, true),
  VOLUMES(Volume.class, true),
  VSS_WRITERS(VssWriter.class, true),
  WINDOWS_FEATURES(WindowsFeature.class, true);

  private static final Map<Class<?>, FactKind> BY_TYPE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(FactKind::type, Function.identity()));

  private final Class<? extends Record> type;
  private final boolean many;
  private final String property;

  FactKind(Class<? extends Record> type, boolean many) {
    this.type = type;
    this.many = many;
    this.property = Camel.lower(name());
  }

  /**
   * Returns the kind whose facts are of the given type, which is one of the records of {@link
   * Fact}.
   */
  public static FactKind of(Class<?> type) {
    FactKind kind = BY_TYPE.get(type);
    if (kind == null) {
      throw new IllegalArgumentException(type.getName() + " is not a kind of fact");
    }
    return kind;
  }

  /** Returns the kind with the given {@link #property()}, or nothing. */
  public static Optional<FactKind> named(String property) {
    return Arrays.stream(values()).filter(kind -> kind.property().equals(property)).findFirst();
  }

  /** Returns the record that holds facts of this kind. */
  public Class<? extends Record> type() {
    return type;
  }

  /**
   * Returns whether a server can have several facts of this kind, told apart by their {@link Key}s.
   */
  public boolean many() {
    return many;
  }

  /**
   * Returns the property of a server under which the facts document has this kind, such as {@code
   * services}.
   */
  public String property() {
    return property;
  }
}
