package dev.mabsplan.engine.cli.plan;

import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanHtml;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.render.PlanMarkdown;
import dev.mabsplan.engine.render.PlanText;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The forms a plan is written in. */
enum PlanForm {
  /** For a terminal. */
  TEXT,
  /** For a program. */
  JSON,
  /** For a ticket. */
  MARKDOWN,
  /** For a browser. */
  HTML;

  /** Returns its name as a person types it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the form of that name. */
  static PlanForm named(String word) {
    return Arrays.stream(values())
        .filter(form -> form.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    Arrays.stream(values())
                        .map(PlanForm::word)
                        .collect(
                            Collectors.joining(
                                ", ", "--format takes one of ", "; found \"" + word + "\""))));
  }

  /** Returns how much it tells where nobody asks for more or less. */
  Detail usualDetail() {
    return this == MARKDOWN || this == HTML ? Detail.ALL : Detail.BRIEF;
  }

  /**
   * Returns a plan in this form.
   *
   * @param columns how wide a text may be
   * @param bold whether its titles are set bold
   */
  String write(Plan plan, Detail detail, int columns, boolean bold) {
    return switch (this) {
      case TEXT -> PlanText.write(plan, columns, bold, detail);
      case JSON -> PlanJson.write(plan, detail);
      case MARKDOWN -> PlanMarkdown.write(plan, detail);
      case HTML -> PlanHtml.write(plan, detail);
    };
  }
}
