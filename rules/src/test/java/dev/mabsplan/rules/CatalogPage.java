package dev.mabsplan.rules;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.engine.pack.ErrorCodes;
import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the page that lists every entry of the catalog: what recognises it, what it leads to, what
 * shows it.
 */
final class CatalogPage {

  private static final int SHOWN = 3;

  private final Planner planner;
  private final Map<String, Set<String>> scenarios = new TreeMap<>();

  private CatalogPage(Planner planner) {
    this.planner = planner;
    for (Scenario scenario : Catalog.scenarios()) {
      Path file = Path.of(scenario.source().file());
      String link = Catalog.ROOT.relativize(file).toString().replace('\\', '/');
      cited(planner.plan(scenario.given().facts()))
          .forEach(entry -> scenarios.computeIfAbsent(entry, e -> new TreeSet<>()).add(link));
    }
  }

  static String write(Planner planner) {
    return new CatalogPage(planner).page();
  }

  /**
   * The entries that a plan's problems come from, and those of its steps that no problem comes
   * from.
   */
  private Set<String> cited(Plan plan) {
    Set<String> cited = new TreeSet<>();
    plan.problems().forEach(problem -> cited.addAll(problem.entries()));
    Set<String> ofProblems = new TreeSet<>();
    for (String id : Workshop.of(planner).knowledge().problems()) {
      Workshop.of(planner)
          .knowledge()
          .problem(id)
          .ifPresent(known -> ofProblems.addAll(known.entries()));
    }
    Stream.concat(
            plan.steps().stream().flatMap(step -> step.entries().stream()),
            plan.excluded().stream().flatMap(excluded -> excluded.entries().stream()))
        .filter(entry -> !ofProblems.contains(entry))
        .forEach(cited::add);
    return cited;
  }

  private String page() {
    Map<String, String> rows = new TreeMap<>();
    for (RulePack pack : Workshop.of(planner).knowledge().packs()) {
      for (Topic topic : withoutFamilies(pack)) {
        topic.entries().forEach((entry, source) -> rows.putIfAbsent(entry, row(entry, source)));
      }
    }
    StringBuilder page = new StringBuilder();
    page.append("# The catalog\n\n");
    page.append(
        "Written by the build; `mvn -pl rules -am test -Dgolden.update=true` renews it.\n\n");
    page.append(rows.size())
        .append(" entries, ")
        .append(Workshop.of(planner).knowledge().remedies().size())
        .append(" remedies, ")
        .append(Workshop.of(planner).rules().rules().size())
        .append(" rules, ")
        .append(Catalog.scenarios().size())
        .append(" scenarios.\n\n");
    page.append("| entry | what it is | recognised by | remedies | source | scenarios |\n");
    page.append("|---|---|---|---|---|---|\n");
    rows.values().forEach(page::append);
    Workshop.of(planner)
        .knowledge()
        .packs()
        .forEach(pack -> pack.codes().ifPresent(codes -> families(page, pack, codes)));
    return page.toString();
  }

  private static List<Topic> withoutFamilies(RulePack pack) {
    String families = pack.codes().map(ErrorCodes::topic).orElse("");
    return pack.topics().stream().filter(topic -> !topic.name().equals(families)).toList();
  }

  /** What a catalogue of numbers points to where no rule knows a number. */
  private void families(StringBuilder page, RulePack pack, ErrorCodes codes) {
    List<ErrorCode> all = codes.ids().stream().map(id -> codes.find(id).orElseThrow()).toList();
    page.append("\n## Families\n\n")
        .append(all.size())
        .append(" numbers of [the public catalogue](")
        .append(all.get(0).page())
        .append("); ")
        .append(all.stream().filter(code -> code.families().isEmpty()).count())
        .append(" of them only tell, ask or want other input.\n\n")
        .append("| family | what it stands for | numbers | remedies |\n|---|---|---|---|\n");
    pack.topics().stream()
        .filter(topic -> topic.name().equals(codes.topic()))
        .flatMap(topic -> topic.problems().stream())
        .forEach(problem -> page.append(family(problem, all)));
  }

  private String family(KnownProblem problem, List<ErrorCode> codes) {
    String title =
        Workshop.of(planner)
            .knowledge()
            .words(Language.ENGLISH, "problems", problem.id(), "")
            .stream()
            .map(sentence -> sentence.text())
            .findFirst()
            .orElse("");
    String remedies =
        problem
            .treatment()
            .takes()
            .map(take -> "`" + take.remedy() + "`")
            .collect(Collectors.joining(", "));
    long numbers =
        codes.stream()
            .filter(code -> code.families().stream().limit(1).anyMatch(problem.id()::equals))
            .count();
    return "| `" + problem.id() + "` | " + title + " | " + numbers + " | " + remedies + " |\n";
  }

  private String row(String entry, String source) {
    List<String> cells = new ArrayList<>();
    cells.add(entry);
    cells.add(title(entry));
    cells.add(recognisedBy(entry));
    cells.add(remedies(entry));
    cells.add("[" + source.substring(source.lastIndexOf('/') + 1) + "](" + source + ")");
    Set<String> shown = scenarios.getOrDefault(entry, Set.of());
    List<String> links =
        shown.stream()
            .limit(SHOWN)
            .map(
                file ->
                    "["
                        + file.substring(file.lastIndexOf('/') + 1).replace(".yaml", "")
                        + "]("
                        + file
                        + ")")
            .toList();
    String more = shown.size() > SHOWN ? " and " + (shown.size() - SHOWN) + " more" : "";
    cells.add(String.join(", ", links) + more);
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private String title(String entry) {
    return Workshop.of(planner).knowledge().packs().stream()
        .flatMap(pack -> pack.topics().stream())
        .filter(topic -> topic.entries().containsKey(entry))
        .flatMap(
            topic ->
                Workshop.of(planner)
                    .knowledge()
                    .words(Language.ENGLISH, "entries", topic.name() + "/" + entry, "")
                    .stream())
        .map(sentence -> sentence.text())
        .findFirst()
        .orElse("");
  }

  private String recognisedBy(String entry) {
    Set<String> marks = new LinkedHashSet<>();
    for (RulePack pack : Workshop.of(planner).knowledge().packs()) {
      for (Topic topic : pack.topics()) {
        for (KnownSymptom symptom : topic.symptoms()) {
          if (symptom.entries().contains(entry)) {
            symptom.ids().values().forEach(ids -> ids.forEach(id -> marks.add("ID " + id)));
            symptom
                .genericIds()
                .values()
                .forEach(ids -> ids.forEach(id -> marks.add("ID " + id + " with more")));
            symptom.names().forEach(name -> marks.add("`" + name + "`"));
            if (!symptom.messages().isEmpty()) {
              marks.add(
                  symptom.messages().size() == 1
                      ? "1 message"
                      : symptom.messages().size() + " messages");
            }
          }
        }
      }
    }
    return marks.isEmpty() ? "facts" : String.join(", ", marks);
  }

  private String remedies(String entry) {
    Set<String> ids = new TreeSet<>();
    for (RulePack pack : Workshop.of(planner).knowledge().packs()) {
      for (Topic topic : pack.topics()) {
        for (Remedy remedy : topic.remedies()) {
          if (remedy.entries().contains(entry)) {
            ids.add(remedy.id());
          }
        }
        for (KnownProblem problem : topic.problems()) {
          if (problem.entries().contains(entry)) {
            problem.treatment().takes().forEach(take -> ids.add(take.remedy()));
            String retry = problem.retry();
            if (retry != null) {
              ids.add(retry);
            }
          }
        }
      }
    }
    return ids.isEmpty() ? "" : "`" + String.join("`, `", ids) + "`";
  }
}
