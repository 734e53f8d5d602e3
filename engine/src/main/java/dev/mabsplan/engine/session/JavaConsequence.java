package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.rule.Call;
import dev.mabsplan.engine.rule.RuleOutline;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.drools.base.base.ValueResolver;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.consequence.Consequence;
import org.drools.core.rule.consequence.KnowledgeHelper;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;

/**
 * The consequence of a rule, of which Java makes the calls. The compiler holds them to {@link
 * Derive} like any others; interpreting them takes longer than all else that a firing does.
 */
final class JavaConsequence implements Consequence<KnowledgeHelper> {

  private final List<Call> calls;

  private JavaConsequence(List<Call> calls) {
    this.calls = calls;
  }

  /** Gives the rules of a base what their outlines say to call, without an interpreter. */
  static void ofRules(KieBase base, Map<String, RuleOutline> outlines) {
    for (KiePackage rules : base.getKiePackages()) {
      for (Rule rule : rules.getRules()) {
        RuleOutline outline = outlines.get(RuleBase.id(rule));
        if (outline != null && !outline.calls().isEmpty()) {
          ((RuleImpl) rule).setConsequence(new JavaConsequence(outline.calls()));
        }
      }
    }
  }

  @Override
  public String getName() {
    return RuleImpl.DEFAULT_CONSEQUENCE_NAME;
  }

  @Override
  public void evaluate(KnowledgeHelper drools, ValueResolver session) {
    for (Call call : calls) {
      if (argument(call, 0, drools) instanceof Problem problem) {
        ofProblem(call, problem, drools);
      } else {
        ofServer(call, text(call, 0, drools), drools);
      }
    }
  }

  private static void ofProblem(Call call, Problem problem, KnowledgeHelper drools) {
    String remedy = call.target();
    switch (call.function()) {
      case "confirm" -> Derive.confirm(drools, remedy, problem);
      case "satisfy" -> Derive.satisfy(drools, remedy, problem);
      case "exclude" -> Derive.exclude(drools, remedy, problem);
      case "judge" -> Derive.judge(drools, remedy, problem);
      case "met" -> Derive.met(drools, remedy, problem, text(call, 1, drools));
      case "missing" -> Derive.missing(drools, remedy, problem, text(call, 1, drools));
      case "needed" -> Derive.needed(drools, remedy, problem, text(call, 1, drools));
      default -> throw unknown(call);
    }
  }

  private static void ofServer(Call call, String server, KnowledgeHelper drools) {
    String about = call.target();
    int size = call.arguments().size();
    switch (call.function()) {
      case "problem" -> {
        Object dataSource = size < 2 ? null : argument(call, 1, drools);
        Derive.problem(drools, about, server, (String) dataSource);
      }
      case "confirm" -> Derive.confirm(drools, about, server);
      case "satisfy" -> Derive.satisfy(drools, about, server);
      case "exclude" -> Derive.exclude(drools, about, server);
      case "judge" -> Derive.judge(drools, about, server);
      case "met" -> Derive.met(drools, about, server, text(call, 1, drools));
      case "missing" -> {
        if (size < 3) {
          Derive.missing(drools, about, server, text(call, 1, drools));
        } else {
          Derive.missing(drools, about, server, text(call, 1, drools), text(call, 2, drools));
        }
      }
      case "needed" -> Derive.needed(drools, about, server, text(call, 1, drools));
      default -> throw unknown(call);
    }
  }

  private static IllegalStateException unknown(Call call) {
    return new IllegalStateException("no rule can call " + call.function());
  }

  private static String text(Call call, int place, KnowledgeHelper drools) {
    String written = call.arguments().get(place);
    return (String) Objects.requireNonNull(argument(call, place, drools), written);
  }

  private static @Nullable Object argument(Call call, int place, KnowledgeHelper drools) {
    String written = call.arguments().get(place);
    return written.startsWith("$")
        ? drools.getMatch().getDeclarationValue(written)
        : Call.text(written);
  }
}
