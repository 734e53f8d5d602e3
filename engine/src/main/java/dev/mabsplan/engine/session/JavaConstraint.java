package dev.mabsplan.engine.session;

import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.drools.base.base.ClassObjectType;
import org.drools.base.base.ValueResolver;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.RuleConditionElement;
import org.drools.base.rule.constraint.Constraint;
import org.drools.mvel.MVELConstraint;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.rule.FactHandle;

/**
 * A condition that compares a component with constants, looked at by Java. To Drools it is what it
 * was, so that it is hashed and shared alike; having it interpreted takes most of what a session
 * spends on conditions, and each one has to be compiled for that when it is first asked. It is made
 * of a rule that was read, and never written.
 */
@SuppressWarnings({"serial", "unchecked"}) // what is inherited says so
final class JavaConstraint extends MVELConstraint {

  private static final Pattern OR = Pattern.compile(" \\|\\| ");

  /**
   * What is asked of a component.
   *
   * @param equal whether it has to be one of the constants, or none of them
   */
  private record Comparison(
      RecordShape.Component component, boolean equal, List<@Nullable Object> constants) {

    boolean holds(Object fact) {
      return constants.contains(component.value((Record) fact)) == equal;
    }
  }

  private final MVELConstraint interpreted;
  private final Comparison comparison;

  private JavaConstraint(MVELConstraint interpreted, Comparison comparison) {
    super(
        interpreted.getPackageNames().iterator().next(),
        interpreted.getExpression(),
        null,
        interpreted.getConstraintType(),
        interpreted.getField(),
        interpreted.getFieldExtractor(),
        interpreted.getOperators());
    addPackageNames(interpreted.getPackageNames());
    setType(interpreted.getType());
    this.interpreted = interpreted;
    this.comparison = comparison;
  }

  /** Gives the rules of packages such conditions wherever they have them. */
  static void ofRules(Collection<KiePackage> packages) {
    for (KiePackage rules : packages) {
      for (Rule rule : rules.getRules()) {
        in(((RuleImpl) rule).getLhs());
      }
    }
  }

  private static void in(RuleConditionElement element) {
    if (element instanceof org.drools.base.rule.Pattern pattern
        && pattern.getObjectType() instanceof ClassObjectType type) {
      pattern.getConstraints().replaceAll(constraint -> of(constraint, type.getClassType()));
    }
    element.getNestedElements().forEach(JavaConstraint::in);
  }

  private static Constraint of(Constraint constraint, Class<?> type) {
    return constraint.getClass() == MVELConstraint.class && type.isRecord()
        ? of((MVELConstraint) constraint, RecordShape.of(type.asSubclass(Record.class)))
        : constraint;
  }

  private static Constraint of(MVELConstraint constraint, RecordShape shape) {
    return comparison(constraint.getExpression(), shape)
        .<Constraint>map(comparison -> new JavaConstraint(constraint, comparison))
        .orElse(constraint);
  }

  /** Returns what an expression asks, or nothing where it is more than a comparison. */
  private static Optional<Comparison> comparison(String expression, RecordShape shape) {
    List<Condition> choices = OR.splitAsStream(expression).map(Condition::read).toList();
    Condition first = choices.get(0);
    RecordShape.Component component = shape.component(first.component()).orElse(null);
    boolean equal = "==".equals(first.operator());
    boolean different = "!=".equals(first.operator()) && choices.size() == 1;
    if (component == null || !(equal || different)) {
      return Optional.empty();
    }
    List<@Nullable Object> constants = new ArrayList<>();
    for (Condition choice : choices) {
      boolean alike =
          choice.component().equals(first.component())
              && Objects.equals(choice.operator(), first.operator());
      if (!alike || !addConstant(choice, component.type(), constants)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Comparison(component, equal, constants));
  }

  /** Returns whether it is compared with a constant of which Java knows what equals it. */
  private static boolean addConstant(
      Condition condition, Class<?> type, List<@Nullable Object> constants) {
    String written = condition.values().get(0);
    if (written.equals("null")) {
      return constants.add(null);
    }
    if (type == String.class) {
      return constants.addAll(condition.texts());
    }
    if (type == boolean.class || type == Boolean.class) {
      return (written.equals("true") || written.equals("false"))
          && constants.add(Boolean.valueOf(written));
    }
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        if (written.equals(type.getSimpleName() + "." + ((Enum<?>) constant).name())) {
          return constants.add(constant);
        }
      }
    }
    return false;
  }

  @Override
  protected boolean evaluate(FactHandle handle, ValueResolver session, BaseTuple tuple) {
    return comparison.holds(handle.getObject());
  }

  @Override
  public MVELConstraint clone() {
    return new JavaConstraint(interpreted, comparison);
  }

  /** Drools keeps one node for equal conditions, and of two with one hash loses one. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JavaConstraint that && interpreted.equals(that.interpreted);
  }

  @Override
  public boolean equals(Object other, org.drools.base.RuleBase base) {
    return other instanceof JavaConstraint that && interpreted.equals(that.interpreted, base);
  }

  @Override
  public int hashCode() {
    return interpreted.hashCode();
  }
}
