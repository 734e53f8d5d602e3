package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.Evidence;
import dev.mabsplan.engine.finding.Evidence.Verdict;
import dev.mabsplan.engine.finding.Finding;
import dev.mabsplan.engine.finding.Need;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.rule.Call;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.facts.WindowsPath;
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
import org.kie.api.runtime.rule.Match;

/**
 * What a rule derives: the calls of its consequence, made by Java. The compiler holds them to
 * {@link Derive} like any others, and interpreting them takes longer than all else that a firing
 * does.
 */
final class Conclusion implements Consequence<KnowledgeHelper> {

  private final List<Call> calls;

  private Conclusion(List<Call> calls) {
    this.calls = calls;
  }

  /** Lets the rules of a base derive what their outlines say, without an interpreter. */
  static void ofRules(KieBase base, Map<String, RuleOutline> outlines) {
    for (KiePackage rules : base.getKiePackages()) {
      for (Rule rule : rules.getRules()) {
        RuleOutline outline = outlines.get(RuleBase.id(rule));
        if (outline != null && !outline.calls().isEmpty()) {
          ((RuleImpl) rule).setConsequence(new Conclusion(outline.calls()));
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
      Derive.record(drools, finding(call, drools.getMatch()));
    }
  }

  private static Finding finding(Call call, Match match) {
    String about = call.target();
    Object of = value(call, 0, match);
    return switch (call.function()) {
      case "problem" -> new Problem(about, (String) of, dataSource(call, match));
      case "confirm" -> evidence(Verdict.CONFIRMED, about, of);
      case "satisfy" -> evidence(Verdict.SATISFIED, about, of);
      case "exclude" -> evidence(Verdict.INAPPLICABLE, about, of);
      case "judge" -> evidence(Verdict.OPEN, about, of);
      case "met" -> need(Need.State.MET, item(call, match), about, of);
      case "missing" -> need(Need.State.MISSING, item(call, match), about, of);
      case "needed" -> need(Need.State.UNKNOWN, item(call, match), about, of);
      default -> throw new IllegalStateException("no rule can call " + call.function());
    };
  }

  private static Evidence evidence(Verdict verdict, String remedy, Object of) {
    return of instanceof Problem problem
        ? new Evidence(verdict, remedy, problem, null)
        : new Evidence(verdict, remedy, null, (String) of);
  }

  private static Need need(Need.State state, String item, String remedy, Object of) {
    return of instanceof Problem problem
        ? new Need(state, item, remedy, problem, null)
        : new Need(state, item, remedy, null, (String) of);
  }

  private static @Nullable String dataSource(Call call, Match match) {
    return call.arguments().size() < 2
        ? null
        : (String) valueOrNull(call.arguments().get(1), match);
  }

  /** Returns what is needed, which a folder and what is in it are together. */
  private static String item(Call call, Match match) {
    String item = (String) value(call, 1, match);
    return call.arguments().size() < 3
        ? item
        : WindowsPath.of(item, (String) value(call, 2, match));
  }

  private static Object value(Call call, int place, Match match) {
    String argument = call.arguments().get(place);
    return Objects.requireNonNull(valueOrNull(argument, match), argument);
  }

  private static @Nullable Object valueOrNull(String argument, Match match) {
    return argument.startsWith("$") ? match.getDeclarationValue(argument) : Call.text(argument);
  }
}
