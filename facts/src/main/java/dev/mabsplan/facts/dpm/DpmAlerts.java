package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.CountedRemarks;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.PowerShellTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Takes the rows of {@code Get-DPMAlert}, whatever they are written in. */
final class DpmAlerts {

  /** The properties that every selection of them has. */
  static final List<String> PROPERTIES = List.of("OccurredSince", "Severity");

  /** What stands for an object that was not unfolded. */
  private static final Pattern TYPE_NAME =
      Pattern.compile("(?:Microsoft|System)\\.[\\w.+`\\[\\]]+");

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private static final String WITHOUT_PROBLEM =
      "an alert without ErrorInfo.Problem: select it, or give ConvertTo-Json a greater -Depth";

  private final Notes notes;
  private final CountedRemarks remarks = new CountedRemarks();
  private final ProtectionGroups groups;

  DpmAlerts(Notes notes) {
    this.notes = notes;
    this.groups = new ProtectionGroups(notes);
  }

  /**
   * Adds a row.
   *
   * @param values tells the text of a property
   */
  void add(Source source, Function<String, Optional<String>> values) {
    Optional<String> severity = first(values, "Severity").map(DpmAlerts::folded);
    Optional<String> isResolved = first(values, "IsResolved").map(DpmAlerts::folded);
    Optional<Instant> since = first(values, "OccurredSince").flatMap(PowerShellTime::parse);
    since.ifPresent(notes::seenAt);
    if (isResolved.filter("true"::equals).isPresent()) {
      remarks.unused(source, "an alert already resolved");
    } else if (isResolved.filter(value -> !value.equals("false")).isPresent()) {
      remarks.unread(source, "an alert whose IsResolved is not True or False");
    } else if (severity.filter("information"::equals).isPresent()) {
      remarks.unused(source, "an alert that only informs");
    } else {
      Optional<String> said =
          first(
              values,
              "ErrorInfo.Problem",
              "Problem",
              "Message",
              "ErrorInfo.ShortProblem",
              "ShortProblem");
      if (said.isEmpty()) {
        remarks.unread(source, WITHOUT_PROBLEM);
      } else {
        severity
            .filter(value -> NUMBER.matcher(value).matches())
            .ifPresent(
                n ->
                    remarks.unused(
                        source,
                        "a severity that is a number, which nothing explains, taken as trouble"));
        if (since.isEmpty()) {
          remarks.unused(source, "OccurredSince without a time zone");
        }
        Affected affected = affected(values);
        notes.error(source, error(said.get(), since, affected, values));
        groups.note(
            affected,
            first(
                values, "ProtectionGroup", "ProtectionGroupName", "Datasource.ProtectionGroupName"),
            source);
      }
    }
  }

  private static Affected affected(Function<String, Optional<String>> values) {
    Optional<String> server =
        first(
            values,
            "Datasource.Computer",
            "Datasource.ProductionServerName",
            "ProductionServer",
            "ProductionServerName",
            "ProtectedServer",
            "Computer",
            "ComputerName",
            "AffectedServer");
    return first(values, "Datasource", "Datasource.Name", "DatasourceName", "AffectedArea")
        .map(name -> Affected.of(name, server))
        .orElse(new Affected(Optional.empty(), server));
  }

  private static ReportedError error(
      String said,
      Optional<Instant> since,
      Affected affected,
      Function<String, Optional<String>> values) {
    return affected.error(
        null, said, Optional.empty(), first(values, "DPMServer", "DPMServerName"), null, since);
  }

  /** Notes what became no error, once all rows were added. */
  void finish() {
    remarks.into(notes);
  }

  private static Optional<String> first(
      Function<String, Optional<String>> values, String... properties) {
    for (String property : properties) {
      Optional<String> value =
          values
              .apply(property)
              .map(String::strip)
              .filter(text -> !text.isEmpty() && !TYPE_NAME.matcher(text).matches());
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  private static String folded(String value) {
    return value.toLowerCase(Locale.ROOT);
  }
}
