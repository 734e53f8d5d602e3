package dev.mabsplan.rules;

import dev.mabsplan.rules.Report.Planned;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The reports of a file, planned, and what can be counted of them. */
record Corpus(String name, List<Planned> all) {

  static Corpus of(String name) {
    return new Corpus(name, Report.in(name).stream().map(Report::planned).toList());
  }

  Measure established() {
    return Measure.ofEntries(
        "established",
        only(Report::isEstablished),
        Report::entries,
        (planned, entry) -> planned.claimed().contains(entry));
  }

  Measure establishedOrOffered() {
    return offered("established or offered", Report::isEstablished);
  }

  Measure basicEstablishedOrOffered() {
    return offered(
        "basic established or offered", report -> report.isEstablished() && report.isBasic());
  }

  Measure mayBeOffered() {
    return offered("may-be offered", Report::isMayBe);
  }

  private Measure offered(String what, Predicate<Report> which) {
    return Measure.ofEntries(
        what, only(which), Report::entries, (planned, entry) -> planned.offered().contains(entry));
  }

  Measure decoysWithoutAProblem() {
    return Measure.of(
        "decoys without a problem",
        only(Report::isDecoy),
        planned -> planned.knownSince().containsAll(planned.claimed()));
  }

  Measure looksLikeAndIsNotClaimed() {
    return Measure.ofEntries(
        "what it is not is not claimed",
        all,
        Report::not,
        (planned, entry) -> !planned.claimed().contains(entry));
  }

  Measure unexplainedListed() {
    return Measure.of("unexplained listed", only(Report::unexplained), Planned::unexplained);
  }

  private List<Planned> only(Predicate<Report> which) {
    return all.stream().filter(planned -> which.test(planned.report())).toList();
  }

  private List<Measure> measures() {
    return List.of(
        established(),
        establishedOrOffered(),
        basicEstablishedOrOffered(),
        mayBeOffered(),
        decoysWithoutAProblem(),
        looksLikeAndIsNotClaimed(),
        unexplainedListed());
  }

  /** Returns what was counted, whole and by certainty, language and kind, and what failed. */
  String written() {
    StringBuilder text = new StringBuilder(name + ", " + all.size() + " reports\n");
    for (Measure measure : measures()) {
      text.append("  ").append(measure).append('\n');
    }
    by(text, "certainty", Report::certainty);
    by(text, "language", Report::language);
    by(text, "kind", Report::kind);
    for (Measure measure : measures()) {
      if (!measure.failed().isEmpty()) {
        text.append("  not ").append(measure.what()).append(": ");
        text.append(String.join(", ", measure.failed())).append('\n');
      }
    }
    return text.append('\n').toString();
  }

  private void by(StringBuilder text, String what, Function<Report, String> key) {
    all.stream()
        .collect(
            Collectors.groupingBy(
                planned -> key.apply(planned.report()), TreeMap::new, Collectors.toList()))
        .forEach(
            (value, some) -> {
              Corpus part = new Corpus(value, some);
              text.append("  ").append(what).append(' ').append(value);
              text.append(", ").append(some.size()).append(" reports; ");
              text.append(part.established()).append("; ");
              text.append(part.establishedOrOffered()).append("; ");
              text.append(part.mayBeOffered()).append("; ");
              text.append(part.unexplainedListed()).append('\n');
            });
  }
}
