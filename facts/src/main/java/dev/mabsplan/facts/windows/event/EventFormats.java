package dev.mabsplan.facts.windows.event;

import dev.mabsplan.facts.format.NativeFormat;
import java.util.List;

/** The formats of the event log, and of errors of PowerShell. */
public final class EventFormats {

  /** All of them, the narrower first. */
  public static final List<NativeFormat> ALL =
      List.of(
          new EventXml(),
          new GetWinEvent(),
          new EventText(),
          new EventCsv(),
          new PowerShellError(),
          new ConciseError());

  private EventFormats() {}
}
