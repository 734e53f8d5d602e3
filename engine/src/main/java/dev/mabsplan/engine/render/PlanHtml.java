package dev.mabsplan.engine.render;

import dev.mabsplan.engine.pack.Sha256;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.facts.tree.TextBeside;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a plan as a page of one file that loads nothing and sends nothing: a list of steps to
 * tick, with what came of each remembered in the browser. What comes from facts is text; the one
 * style and the one script are the same in every page, and no other is run.
 */
public final class PlanHtml {

  private static final String TEMPLATES = "mabsplan.templates";
  private static final int BYTES_OF_NAME = 6;

  private PlanHtml() {}

  /**
   * Returns a plan as HTML that is well-formed XML too, with a line feed at its end.
   *
   * @param detail how much is told; {@link Detail#BRIEF} leaves away facts and what was left out,
   *     {@link Detail#LEDGER} adds why each step stands where it stands
   */
  public static String write(Plan plan, Detail detail) {
    String style = TextBeside.read(PlanHtml.class, "page.css");
    String script = TextBeside.read(PlanHtml.class, "page.js");
    PlanPage page = new PlanPage(plan, detail, false);
    String policy =
        "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
            .formatted(hash(style), hash(script));
    return """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="%s" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>%s</title>
        <style>%s</style>
        </head>
        <body data-plan="%s">
        %s<script>%s</script>
        </body>
        </html>
        """
        .formatted(
            plan.language().tag(),
            policy,
            page.word("plan"),
            style,
            digest(plan),
            body(page),
            script);
  }

  /**
   * Returns what stands in the body of the page, for a page that answers what is ticked in it.
   *
   * @param detail as of {@link #write}
   */
  public static String part(Plan plan, Detail detail) {
    return body(new PlanPage(plan, detail, true));
  }

  /** Returns the style of the page. */
  public static String style() {
    return TextBeside.read(PlanHtml.class, "page.css");
  }

  /** Returns the id by which a page has a step. */
  public static String anchor(Step step) {
    return name("step", step.id());
  }

  /** Returns the source in a policy that allows a style or script and no other. */
  public static String allowed(String source) {
    return "'" + hash(source) + "'";
  }

  /** Line breaks of a template stay; nothing else that a terminal or a browser would obey does. */
  private static String body(PlanPage page) {
    StringOutput output = new StringOutput();
    TemplateEngine.createPrecompiled(
            null, ContentType.Html, PlanHtml.class.getClassLoader(), TEMPLATES)
        .render("page.jte", page, output);
    return output
        .toString()
        .lines()
        .map(Printable::of)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** Returns what the ticks of a plan are kept by: what is wrong and what is to be done. */
  private static String digest(Plan plan) {
    return name(
        "plan",
        Stream.concat(
                plan.problems().stream().map(PlannedProblem::fingerprint),
                plan.steps().stream().map(Step::id))
            .collect(Collectors.joining("\n")));
  }

  /** Returns a name for something that may be called anything. */
  static String name(String kind, String id) {
    return kind + "-" + Sha256.hex(id, BYTES_OF_NAME);
  }

  private static String hash(String source) {
    return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(source));
  }
}
