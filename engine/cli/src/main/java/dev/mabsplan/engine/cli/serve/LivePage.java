package dev.mabsplan.engine.cli.serve;

import static java.util.stream.Collectors.toMap;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.compare.PlanDifference;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.OwnWords;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanHtml;
import dev.mabsplan.engine.render.Printable;
import dev.mabsplan.engine.report.DifferenceText;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.input.Imported;
import dev.mabsplan.facts.input.Owner;
import dev.mabsplan.facts.tree.JsonObject;
import dev.mabsplan.facts.tree.TextBeside;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page that answers: it holds the facts, and gets a plan for what is added to them. */
final class LivePage {

  private static final int WIDTH = 90;

  private final Planner planner;
  private final Language usual;

  LivePage(Planner planner, Language usual) {
    this.planner = planner;
    this.usual = usual;
  }

  /** The page before there is a plan; it is the same for everybody and holds no secret. */
  Answer shell(Request request) {
    Language language = Case.language(request, usual);
    String style = PlanHtml.style() + resource("serve.css");
    String script = resource("serve.js");
    OwnWords words = OwnWords.of("serve", language);
    String html = resource("serve.html").replace("@lang", language.tag());
    for (String path : words.paths()) {
      html = html.replace("@{" + path + "}", words.at(path).text());
    }
    String policy =
        ("default-src 'none'; style-src %s; script-src %s; connect-src 'self'; base-uri 'none';"
                + " form-action 'none'; frame-ancestors 'none'")
            .formatted(PlanHtml.allowed(style), PlanHtml.allowed(script));
    return Answer.page(policy, html.replace("@style", style).replace("@script", script));
  }

  /** The plan for facts once an answer is known, with what it changed. */
  Answer plan(Request request) {
    Case before = Case.of(planner, request.body(), Case.language(request, usual));
    return answer(before, before.answered(request), List.of());
  }

  /**
   * The plan for facts and what was pasted or dropped. The body is the facts document, of so many
   * bytes as {@code facts} says, and behind it what is to be read.
   */
  Answer read(Request request) {
    Language language = Case.language(request, usual);
    int length = request.length("facts");
    byte[] document = Arrays.copyOf(request.body(), length);
    byte[] added = Arrays.copyOfRange(request.body(), length, request.body().length);
    Case before = Case.of(planner, document, language);
    Optional<String> file = request.parameter("name");
    Read read = read(added, file, HandedOver.owner(request, before.facts()));
    Facts all = Case.legible(() -> before.facts().withNewer(read.facts()));
    return answer(before, Case.of(planner, all, language), read.remarks());
  }

  private record Read(Facts facts, List<Remark> remarks) {}

  /** What is pasted and has no known format is an error as somebody copied it. */
  private Read read(byte[] added, Optional<String> file, Optional<Owner> owner) {
    try {
      Imported imported = planner.read(file.orElse("pasted"), added, owner);
      return new Read(imported.facts(), imported.remarks());
    } catch (InvalidFactsException e) {
      String text = new String(added, StandardCharsets.UTF_8).strip();
      if (file.isPresent() || text.isEmpty() || text.startsWith("{")) {
        return Case.legible(
            () -> {
              throw e;
            });
      }
      return new Read(Facts.builder().error(planner.reported(text)).build(), List.of());
    }
  }

  private static Answer answer(Case before, Case now, List<Remark> remarks) {
    boolean first = before.facts().errors().isEmpty() && before.facts().facts().isEmpty();
    PlanDifference difference = PlanDifference.between(before.plan(), now.plan());
    return Answer.json(
        new JsonObject()
            .text("facts", FactsDocument.write(now.facts()))
            .text("html", PlanHtml.part(shown(now.plan()), Detail.LEDGER))
            .textsOrEmpty("changed", first ? List.of() : changed(before.plan(), now.plan()))
            .text("difference", first ? "" : DifferenceText.write(difference, WIDTH, false))
            .listOrEmpty("remarks", remarks, remark -> Printable.of(remark.toString()))
            .indented());
  }

  /** Nobody sees the document that the page holds, nor a line in it. */
  private static Plan shown(Plan plan) {
    return plan.withoutSourcesIn(Case.DOCUMENT);
  }

  /**
   * Steps that are new, or of which it is otherwise sure or for other reasons that they are needed.
   */
  private static List<String> changed(Plan before, Plan now) {
    Map<String, Step> known =
        before.steps().stream().collect(toMap(Step::id, step -> step, (one, other) -> one));
    return now.steps().stream()
        .filter(step -> isOther(Optional.ofNullable(known.get(step.id())), step))
        .map(PlanHtml::anchor)
        .toList();
  }

  private static boolean isOther(Optional<Step> before, Step now) {
    return before
        .map(
            step ->
                step.status() != now.status()
                    || !step.items().equals(now.items())
                    || !texts(step).equals(texts(now)))
        .orElse(true);
  }

  private static List<String> texts(Step step) {
    return step.reasons().stream().map(Reason::text).toList();
  }

  static String resource(String name) {
    return TextBeside.read(LivePage.class, name);
  }
}
