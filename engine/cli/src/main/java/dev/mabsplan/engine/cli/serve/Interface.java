package dev.mabsplan.engine.cli.serve;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.foresight.Outlook;
import dev.mabsplan.engine.guide.Guide;
import dev.mabsplan.engine.guide.Turn;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.PackUsed;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.render.Printable;
import dev.mabsplan.engine.report.Description;
import dev.mabsplan.engine.report.Descriptions;
import dev.mabsplan.engine.report.OutlookJson;
import dev.mabsplan.engine.report.OutlookText;
import dev.mabsplan.engine.report.ReportSchema;
import dev.mabsplan.engine.report.RulesJson;
import dev.mabsplan.engine.report.WhyNotJson;
import dev.mabsplan.engine.report.WhyNotText;
import dev.mabsplan.engine.why.Doubter;
import dev.mabsplan.engine.why.WhyNot;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.tree.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What programs ask. A request brings a facts document; what else it says stands in its query. */
final class Interface {

  static final String RULES = "/api/v1/rules/";

  private static final int WIDTH = 90;
  private static final int MOST_REMARKS = 30;

  private final Planner planner;
  private final Language usual;

  Interface(Planner planner, Language usual) {
    this.planner = planner;
    this.usual = usual;
  }

  private Case asked(Request request) {
    return Case.of(planner, request.body(), Case.language(request, usual));
  }

  /** The plan in the form that is asked for, with what was not understood beside it. */
  Answer plan(Request request) {
    HandedOver handed = HandedOver.of(planner, request, Case.language(request, usual));
    Answer answer = PlanWritten.of(handed.at().plan(), request);
    List<String> remarks = handed.remarks().stream().map(Printable::of).toList();
    String place = request.parameter("remarks").orElse("header");
    return switch (place) {
      case "header" ->
          remarks.isEmpty() ? answer : answer.with(AnswerHeaders.REMARKS, line(remarks));
      case "above" -> remarks.isEmpty() ? answer : answer.below(remarks);
      default -> throw new Refused(400, "No such place", "remarks is header or above");
    };
  }

  /** A header is one line of ASCII, and no longer than anybody takes. */
  private static String line(List<String> remarks) {
    String all = remarks.stream().limit(MOST_REMARKS).collect(Collectors.joining("\n"));
    return URLEncoder.encode(all, StandardCharsets.UTF_8);
  }

  /** What an answer makes of the facts, the plan that follows, and whose turn it is in it. */
  Answer next(Request request) {
    Case now = asked(request).answered(request);
    Turn next = new Guide(now.plan(), now.facts()).next(Set.of());
    List<Candidate> candidates =
        next instanceof Turn.Settle settle ? settle.candidates() : List.of();
    String turn =
        turn(next)
            .listOrEmpty("questions", now.outlooks(next.questions()), OutlookJson::question)
            .list("candidates", now.prospects(candidates), OutlookJson::answer)
            .indented();
    return Answer.json(
        "{\"facts\": "
            + FactsDocument.write(now.facts())
            + ", \"turn\": "
            + turn
            + ", \"plan\": "
            + PlanJson.write(now.plan(), Detail.ALL)
            + "}\n");
  }

  private static JsonObject turn(Turn turn) {
    JsonObject json = new JsonObject();
    if (turn instanceof Turn.Carry carry) {
      return json.text("kind", "step").text("step", carry.step().number());
    }
    if (turn instanceof Turn.Settle settle) {
      return json.text("kind", "settle").text("error", settle.error());
    }
    return turn instanceof Turn.End end
        ? json.text("kind", "end").text("ending", Kebab.word(end.ending()))
        : json.text("kind", "find-out");
  }

  /** What each answer to a question would do; to people where they ask for text. */
  Answer questions(Request request) {
    Case now = asked(request);
    List<Outlook> outlooks = now.outlooks(now.plan().questions());
    Language language = now.plan().language();
    return request.accept().startsWith("text/plain")
        ? Answer.text(OutlookText.questions(outlooks, language, WIDTH, false))
        : Answer.json(OutlookJson.write(outlooks, language));
  }

  /** Says it to people where they ask for text. */
  Answer whyNot(Request request) {
    String id =
        request
            .parameter("id")
            .orElseThrow(() -> new Refused(400, "Of what?", "id names what is not in the plan"));
    Language language = Case.language(request, usual);
    Facts facts = asked(request).facts();
    Doubter doubter = Case.legible(() -> Doubter.of(planner, facts, language));
    WhyNot why =
        doubter
            .whyNot(id)
            .orElseThrow(
                () ->
                    new Refused(
                        404,
                        "No such id",
                        "there is no rule, problem, remedy or symptom of that id; "
                            + doubter.meant(id).orElse("GET /api/v1/rules/ID shows one")));
    return request.accept().startsWith("text/plain")
        ? Answer.text(WhyNotText.write(why, language, WIDTH, false))
        : Answer.json(WhyNotJson.write(why));
  }

  Answer rule(Request request) {
    String id = request.path().substring(RULES.length());
    Description portrait =
        new Descriptions(planner, List.of())
            .of(id)
            .orElseThrow(
                () ->
                    new Refused(
                        404, "No such id", "there is no rule, problem or remedy of that id"));
    return Answer.json(RulesJson.show(portrait));
  }

  Answer health() {
    List<String> packs =
        planner.plan(Facts.builder().build()).packs().stream().map(PackUsed::id).toList();
    return Answer.json(
        new JsonObject().text("status", "ok").textsOrEmpty("packs", packs).indented());
  }

  /** The schemas stand in it as they are published. */
  Answer description() {
    return Answer.json(
        LivePage.resource("openapi.json")
            .replace("\"@facts\"", FactsDocument.schema().strip())
            .replace("\"@plan\"", PlanJson.schema().strip())
            .replace("\"@whyNot\"", ReportSchema.WHY_NOT.text().strip())
            .replace("\"@questions\"", ReportSchema.QUESTIONS.text().strip()));
  }
}
