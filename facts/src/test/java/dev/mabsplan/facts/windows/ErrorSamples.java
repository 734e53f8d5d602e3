package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.ReportedError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The samples of what reports errors, and what is read from them in a form that reads well. */
final class ErrorSamples {

  /** Every sample, and the format it has. */
  enum Sample {
    WEVTUTIL("events/wevtutil.xml"),
    EVENT_VIEWER("events/event-viewer.xml"),
    COPIED_EVENTS("events/copied-en.txt"),
    COPIED_EVENTS_SV("events/copied-sv.txt"),
    COPIED_ALERTS("alerts/copied-markdown.txt"),
    COPIED_ALERTS_SV("alerts/copied-sv.txt"),
    ALERT_JSON("alerts/get-dpmalert.json"),
    ALERT_CSV("alerts/get-dpmalert.csv"),
    ALERT_CSV_SV("alerts/get-dpmalert-sv.csv"),
    POWERSHELL("powershell/registration.txt"),
    POWERSHELL_SV("powershell/swedish.txt"),
    PASSPHRASE("powershell/passphrase.txt");

    private final String path;

    Sample(String path) {
      this.path = path;
    }

    NativeFormat format() {
      return switch (this) {
        case WEVTUTIL, EVENT_VIEWER -> new EventXml();
        case COPIED_EVENTS, COPIED_EVENTS_SV -> new EventText();
        case COPIED_ALERTS, COPIED_ALERTS_SV -> new AlertText();
        case ALERT_JSON -> new DpmAlertJson();
        case ALERT_CSV, ALERT_CSV_SV -> new DpmAlertCsv();
        case POWERSHELL, POWERSHELL_SV, PASSPHRASE -> new PowerShellError();
      };
    }

    TextFile file() {
      try (InputStream in = ErrorSamples.class.getResourceAsStream(path)) {
        if (in == null) {
          throw new IllegalStateException("expected a sample " + path + ", found none");
        }
        return TextFile.of("sample", in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Notes read() {
      return ErrorSamples.read(format(), file());
    }
  }

  private ErrorSamples() {}

  static Notes read(NativeFormat format, String text) {
    return read(format, TextFile.of("sample", text.getBytes(StandardCharsets.UTF_8)));
  }

  static Notes read(NativeFormat format, TextFile file) {
    Notes notes = new Notes();
    format.read(file, notes);
    return notes;
  }

  /** Returns the errors, each as its line and the fields that it has. */
  static List<String> errors(Notes notes) {
    return notes.errors.stream()
        .map(noted -> noted.source().line() + ": " + fields(noted.error()))
        .toList();
  }

  private static String fields(ReportedError error) {
    List<String> fields = new ArrayList<>();
    add(fields, "id", error.id());
    add(fields, "code", error.code());
    add(fields, "name", error.name());
    add(fields, "message", error.message());
    add(fields, "operation", error.operation());
    add(fields, "product", error.product());
    add(fields, "reportedBy", error.reportedBy());
    add(fields, "server", error.server());
    add(fields, "dataSource", error.dataSource());
    add(fields, "text", error.text());
    add(fields, "occurredAt", error.occurredAt());
    return String.join(" | ", fields);
  }

  private static void add(List<String> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.add(name + " " + value.toString().replace("\n", "⏎"));
    }
  }

  /** Returns the remarks, each with its kind and line. */
  static List<String> remarks(Notes notes) {
    return notes.remarks.stream()
        .map(remark -> remark.kind() + " " + remark.source().line() + ": " + remark.text())
        .toList();
  }
}
