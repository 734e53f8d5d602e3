package dev.mabsplan.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.gathered.Facts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text as somebody might report it, and what an expert says of it.
 *
 * @param id its id
 * @param text what is reported
 * @param entries the entries that it is about
 * @param certainty {@code established} where the text itself decides, {@code may-be} where it
 *     doesn't, and a third word where it is about no entry
 * @param not entries that it looks like and is not about
 * @param unexplained whether it holds an error that is in no entry
 * @param note its language, its kind and why
 */
record Report(
    String id,
    String text,
    List<String> entries,
    String certainty,
    Set<String> not,
    boolean unexplained,
    String note) {

  /**
   * What the planner makes of a report.
   *
   * @param claimed the entries of its problems
   * @param offered the entries of its problems and candidates
   * @param knownSince the entries of problems that other packs know by a number in the text
   * @param unexplained whether it lists an error that is in no entry
   */
  record Planned(
      Report report,
      Set<String> claimed,
      Set<String> offered,
      Set<String> knownSince,
      boolean unexplained) {}

  /** Those of packs beside the one that the reports are about. */
  private static final Set<String> OTHER_ENTRIES =
      Workshop.of(Catalog.PLANNER).knowledge().packs().stream()
          .filter(pack -> !pack.id().equals("mabs"))
          .flatMap(pack -> pack.topics().stream())
          .flatMap(topic -> topic.entries().keySet().stream())
          .collect(Collectors.toSet());

  /** Returns all reports of a file beside this class. */
  static List<Report> in(String file) {
    try (InputStream in = Report.class.getResourceAsStream("reports/" + file + ".json")) {
      return List.of(
          new ObjectMapper().readValue(Objects.requireNonNull(in, file), Report[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Planned planned() {
    Plan plan = Catalog.PLANNER.plan(Facts.builder().error(ReportedError.ofText(text)).build());
    Set<String> claimed = new HashSet<>();
    plan.problems().forEach(problem -> claimed.addAll(problem.entries()));
    Set<String> offered = new HashSet<>(claimed);
    plan.candidates().forEach(candidate -> offered.addAll(candidate.entries()));
    Set<String> knownSince = new HashSet<>();
    plan.problems().stream()
        .filter(problem -> OTHER_ENTRIES.containsAll(problem.entries()) && isKnownByNumber(problem))
        .forEach(problem -> knownSince.addAll(problem.entries()));
    return new Planned(this, claimed, offered, knownSince, isListed(plan));
  }

  private boolean isKnownByNumber(PlannedProblem problem) {
    Set<String> symptoms =
        Workshop.of(Catalog.PLANNER)
            .knowledge()
            .problem(problem.id())
            .orElseThrow()
            .symptoms()
            .keySet();
    return Workshop.of(Catalog.PLANNER)
        .knowledge()
        .symptoms()
        .filter(symptom -> symptoms.contains(symptom.id()))
        .flatMap(symptom -> symptom.ids().values().stream())
        .flatMap(Set::stream)
        .anyMatch(
            id -> text.matches("(?is).*\\b(" + id + "|0x" + Integer.toHexString(id) + ")\\b.*"));
  }

  /**
   * What is in none of those entries is quoted: for support, or beside what the catalogue says of
   * its number; or another pack knows it.
   */
  private static boolean isListed(Plan plan) {
    return !plan.unexplained().isEmpty()
        || !plan.catalogued().isEmpty()
        || plan.candidates().stream().anyMatch(candidate -> candidate.code().isPresent())
        || plan.problems().stream()
            .flatMap(problem -> problem.entries().stream())
            .anyMatch(OTHER_ENTRIES::contains);
  }

  boolean isEstablished() {
    return certainty.equals("established");
  }

  boolean isMayBe() {
    return certainty.equals("may-be");
  }

  boolean isDecoy() {
    return kind().equals("decoy");
  }

  boolean isBasic() {
    return kind().equals("basic");
  }

  String language() {
    return ofNote(0);
  }

  String kind() {
    return ofNote(1);
  }

  private String ofNote(int part) {
    return note.split(";", -1)[part].strip();
  }
}
