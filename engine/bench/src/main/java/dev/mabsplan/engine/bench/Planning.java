package dev.mabsplan.engine.bench;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.render.ShortPlanJson;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.document.FactsDocument;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** From bytes to bytes, as {@code fleet} does it. */
record Planning(Planner planner) {

  byte[] whole(byte[] facts) {
    return bytes(PlanJson.line(planner.plan(read(facts), Language.ENGLISH)));
  }

  byte[] inShort(byte[] facts) {
    return bytes(ShortPlanJson.line(planner.shortPlan(read(facts), Language.ENGLISH)));
  }

  Facts read(byte[] facts) {
    return FactsDocument.reading("facts", new ByteArrayInputStream(facts), planner.messages())
        .facts();
  }

  static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
