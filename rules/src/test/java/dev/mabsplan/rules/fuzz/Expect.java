package dev.mabsplan.rules.fuzz;

import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanHtml;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.render.PlanMarkdown;
import dev.mabsplan.engine.render.PlanText;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.gathered.Facts;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is to hold of whatever was read. */
final class Expect {

  /** The one character that ends a line. */
  private static final int LINE_FEED = '\n';

  private Expect() {}

  static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  /** Facts that were read are written so that they read back as they were. */
  static void readsBack(Facts facts) {
    String written = FactsDocument.write(facts);
    Facts again = FactsDocument.parse(written);
    equal(facts, again, written);
  }

  static void equal(Object expected, Object found, String from) {
    if (!expected.equals(found)) {
      throw new AssertionError("expected " + expected + "; found " + found + " from " + from);
    }
  }

  /** A plan is made, and no form of it holds what steers a terminal. */
  static void planned(Facts facts, Language language) {
    Plan plan = Shipped.PLANNER.plan(facts, language);
    for (String form :
        List.of(
            PlanText.write(plan, 80, false, Detail.LEDGER),
            PlanMarkdown.write(plan, Detail.ALL),
            PlanHtml.write(plan, Detail.ALL),
            PlanJson.write(plan, Detail.LEDGER))) {
      form.chars()
          .filter(c -> c != LINE_FEED && Character.isISOControl(c))
          .findFirst()
          .ifPresent(
              c -> {
                throw new AssertionError("U+" + Integer.toHexString(c) + " in " + form);
              });
    }
  }
}
