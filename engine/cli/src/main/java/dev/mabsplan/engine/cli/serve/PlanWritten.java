package dev.mabsplan.engine.cli.serve;

import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanHtml;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.render.PlanMarkdown;
import dev.mabsplan.engine.render.PlanText;
import java.util.Optional;

/** A plan in the form that a request asks for. */
final class PlanWritten {

  private static final int COLUMNS = 80;
  private static final int FEWEST = 20;
  private static final int MOST = 1_000;

  private PlanWritten() {}

  static Answer of(Plan plan, Request request) {
    String form = request.parameter("form").orElse("json");
    Optional<Detail> detail = request.parameter("detail").map(PlanWritten::detail);
    Answer answer =
        switch (form) {
          case "json" -> Answer.json(PlanJson.write(plan, detail.orElse(Detail.ALL)));
          case "text" ->
              Answer.text(
                  PlanText.write(
                      plan,
                      columns(request),
                      request.parameter("bold").filter("true"::equals).isPresent(),
                      detail.orElse(Detail.BRIEF)));
          case "markdown" ->
              Answer.document("text/markdown", PlanMarkdown.write(plan, detail.orElse(Detail.ALL)));
          case "html" ->
              Answer.document("text/html", PlanHtml.write(plan, detail.orElse(Detail.ALL)));
          default -> throw new Refused(400, "No such form", "form is json, text, markdown or html");
        };
    return answer.with(AnswerHeaders.STANDING, PlanStanding.of(plan).word());
  }

  private static Detail detail(String word) {
    return switch (word) {
      case "brief" -> Detail.BRIEF;
      case "all" -> Detail.ALL;
      case "ledger" -> Detail.LEDGER;
      default -> throw new Refused(400, "No such detail", "detail is brief, all or ledger");
    };
  }

  private static int columns(Request request) {
    return request
        .parameter("columns")
        .map(
            text -> {
              int columns = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
              if (columns < FEWEST || columns > MOST) {
                throw new Refused(400, "No such width", "columns is a number from 20 to 1000");
              }
              return columns;
            })
        .orElse(COLUMNS);
  }
}
