package dev.mabsplan.engine.bench.side;

import dev.mabsplan.facts.tree.TextBeside;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drools.io.ByteArrayResource;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.DefaultDialectOption;
import org.kie.internal.builder.conf.PropertySpecificOption;
import org.kie.internal.conf.ConstraintJittingThresholdOption;

/** Drools with the options that mabsplan sets, and a session a document, as there. */
final class DroolsMatcher implements Matcher {

  private final KieBase base;

  DroolsMatcher() {
    KnowledgeBuilderConfiguration building =
        KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration();
    building.setOption(DefaultDialectOption.get("mvel"));
    building.setOption(PropertySpecificOption.DISABLED);
    KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(building);
    byte[] drl = TextBeside.read(DroolsMatcher.class, "rules.drl").getBytes(StandardCharsets.UTF_8);
    builder.add(new ByteArrayResource(drl, StandardCharsets.UTF_8.name()), ResourceType.DRL);
    if (builder.hasErrors()) {
      throw new IllegalStateException(builder.getErrors().toString());
    }
    KieBaseConfiguration running = KieServices.Factory.get().newKieBaseConfiguration();
    running.setOption(KieBaseMutabilityOption.DISABLED);
    running.setOption(ConstraintJittingThresholdOption.get(-1));
    InternalKnowledgeBase knowledge = KnowledgeBaseFactory.newKnowledgeBase(running);
    knowledge.addPackages(builder.getKnowledgePackages());
    base = knowledge;
  }

  @Override
  public void match(List<Object> facts, Decisions decisions) {
    KieSession session = base.newKieSession();
    try {
      session.setGlobal("decisions", decisions);
      facts.forEach(session::insert);
      session.fireAllRules();
    } finally {
      session.dispose();
    }
  }
}
