package dev.mabsplan.facts.windows;

import java.util.List;
import java.util.Optional;

/** The formats that are known, in the order in which they are tried: the narrower first. */
final class NativeFormats {

  private static final List<NativeFormat> ALL =
      List.of(
          // what support's collector writes holds pieces of other formats
          new CollectorVss(),
          new CollectorInfo(),
          new CollectorRegistry(),
          new VssWriters(),
          new ShadowStorageList(),
          new FilterDrivers(),
          new ErrorLog(),
          new ScQuery(),
          new GetService(),
          new Win32Service(),
          new GetWindowsFeature(),
          new GetWindowsOptionalFeature(),
          new GetVolume(),
          new GetPsDrive(),
          new Win32Volume(),
          new GetWbVolume(),
          new GetDisk(),
          new GetMpPreference(),
          new GetMpComputerStatus(),
          new GetMpThreatDetection(),
          new CertificateStore(),
          new CredentialsFiles(),
          new FolderFiles(),
          new GetTimeZone(),
          new TestNetConnection(),
          new Win32ComputerSystem(),
          new WebAnswer(),
          new ScratchLocation(),
          new GetDpmJob(),
          new VmwareHardDisks(),
          new VmwareAnnotations(),
          new SqlRoleTable(),
          new TimeStripChart(),
          new FileVersionInfo(),
          new RegQuery(),
          new RegFile(),
          new EventXml(),
          new GetWinEvent(),
          new EventText(),
          new DpmAlertJson(),
          new DpmAlertCsv(),
          new PowerShellError(),
          new AlertText(),
          // any object that names the key it was read from
          new ItemProperty());

  private NativeFormats() {}

  /** Returns what the formats are called. */
  static List<String> names() {
    return ALL.stream().map(NativeFormat::name).toList();
  }

  /** Returns the format of a file, or nothing where none fits. */
  static Optional<NativeFormat> of(TextFile file) {
    return ALL.stream().filter(format -> format.fits(file)).findFirst();
  }
}
