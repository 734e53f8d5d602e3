package dev.mabsplan.facts.document;

import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.shape.RecordShape;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts with every component of every kind known, and one thing absent of each kind that can be.
 */
final class AllKinds {

  private static final Instant OBSERVED_AT = Instant.parse("2026-01-15T03:10:00Z");

  private AllKinds() {}

  static Facts facts() {
    Facts.Builder builder =
        Facts.builder()
            .observedAt(OBSERVED_AT)
            .server("MABS01", ServerRole.BACKUP_SERVER)
            .server("MABS02", ServerRole.BACKUP_SERVER)
            .server(new Server("FS01", ServerRole.PROTECTED_SERVER, "MABS01"))
            .server("FS02", ServerRole.PROTECTED_SERVER)
            .add(Service.of("NOBODY-SAID", "VSS"))
            .collected("FS01", FactKind.values())
            .error(
                new ReportedError(
                    3106,
                    "0x80070005",
                    "Name",
                    "a \"message\"",
                    "doing",
                    "dpm",
                    "MABS01",
                    "FS01",
                    "D:\\",
                    "line\nline\t\u001b[31m å 💾",
                    OBSERVED_AT,
                    7,
                    OBSERVED_AT.minusSeconds(60),
                    "a/p"))
            .error(ReportedError.ofText("only text").withServer("FS03"))
            .attempt(new Attempt("a/b", AttemptOutcome.HELPED, "FS01", "D:\\", "a/p"))
            .attempt(Attempt.of("a/b", AttemptOutcome.IMPOSSIBLE));
    for (FactKind kind : FactKind.values()) {
      builder.add(fact(kind, true));
      if (RecordShape.of(kind).component("present").isPresent()) {
        builder.add(fact(kind, false));
      }
    }
    return builder.build();
  }

  private static Fact fact(FactKind kind, boolean present) {
    RecordShape shape = RecordShape.of(kind);
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(shape.components().get(i), present);
    }
    return (Fact) shape.create(values);
  }

  private static @Nullable Object value(RecordShape.Component component, boolean present) {
    if (component.name().equals("server")) {
      return "FS01";
    }
    if (component.name().equals("present")) {
      return present;
    }
    if (!present && !component.key()) {
      return null;
    }
    Class<?> type = component.type();
    if (type == String.class) {
      return (present ? "a " : "absent ") + component.name();
    }
    if (type == Boolean.class) {
      return false;
    }
    if (type == Integer.class) {
      return 443;
    }
    if (type == Long.class) {
      return switch (component.name()) {
        // the ages agree with the time below
        case "ageHours" -> 2L;
        case "ageMinutes" -> 120L;
        case "offsetSeconds" -> -5L;
        default -> 9_007_199_254_740_993L;
      };
    }
    if (type == Instant.class) {
      return OBSERVED_AT.minusSeconds(2 * 60 * 60).plusMillis(-1);
    }
    if (type == Version.class) {
      return Version.parse("2.0.9249.0");
    }
    return component
        .element()
        .<Object>map(element -> Set.of(element.getEnumConstants()))
        .orElseGet(() -> type.getEnumConstants()[type.getEnumConstants().length - 1]);
  }
}
