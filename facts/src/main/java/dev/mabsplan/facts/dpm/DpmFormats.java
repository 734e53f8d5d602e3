package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.format.NativeFormat;
import java.util.List;

/** The formats of DPM, MARS and the collector of Microsoft support. */
public final class DpmFormats {

  /** All of them, the narrower first. */
  public static final List<NativeFormat> ALL =
      List.of(
          new CollectorVss(),
          new CollectorInfo(),
          new CollectorRegistry(),
          new ErrorLog(),
          new ScratchLocation(),
          new GetDpmJob(),
          new CredentialsFiles(),
          new SqlRoleTable(),
          new DpmAlertJson(),
          new DpmAlertCsv(),
          new AlertText(),
          new JobText(),
          new ScomAlert(),
          new DpmAlertShown());

  private DpmFormats() {}
}
