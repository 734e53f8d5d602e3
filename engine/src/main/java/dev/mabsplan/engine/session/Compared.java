package dev.mabsplan.engine.session;

import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.engine.rule.WatchedKeys;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What rules compare a component of a fact with: the values between which it makes a difference
 * what it is.
 *
 * @param constants the constants, each once
 * @param whole whether that is all that rules make of it; else they compare it with what another
 *     fact says, or reckon with it
 */
public record Compared(List<Constant> constants, boolean whole) {

  /** Copies the list. */
  public Compared {
    constants = List.copyOf(constants);
  }

  /** How a constant divides values. */
  public enum Division {
    /** The constant and all others. */
    EQUAL,
    /** What is below it, and it with what is above. */
    FROM,
    /** It with what is below, and what is above. */
    ABOVE
  }

  /**
   * A constant that rules compare with.
   *
   * @param division how it divides values
   * @param text the constant: a text without its quotes, an enum's constant without its type, a
   *     number without its suffix
   */
  public record Constant(Division division, String text) {}

  /** Returns what rules compare with what stands, or would stand, at an address. */
  static Compared with(Address address, Collection<RuleOutline> rules) {
    Set<Constant> constants = new LinkedHashSet<>();
    boolean whole = true;
    String component = address.component().orElse("");
    for (RuleOutline rule : rules) {
      for (PatternOutline pattern : rule.patterns()) {
        if (WatchedKeys.looksAt(pattern, address.whole())) {
          for (Condition condition : pattern.conditions()) {
            if (condition.component().equals(component)) {
              constants.addAll(constants(condition));
              whole &= isAnswered(condition, rule);
            } else {
              whole &= !reckons(condition, address);
            }
          }
        }
      }
    }
    return new Compared(List.copyOf(constants), whole);
  }

  /** Returns of how many components of facts a rule says something, besides that at an address. */
  static int demandsBeside(Address address, RuleOutline rule) {
    int demands = 0;
    for (PatternOutline pattern : rule.patterns()) {
      Optional<FactKind> kind = WatchedKeys.kind(pattern.type());
      if (kind.isPresent()) {
        Set<String> names =
            pattern.conditions().stream()
                .map(Condition::component)
                .filter(name -> demands(kind.get(), name))
                .collect(Collectors.toCollection(TreeSet::new));
        boolean asked = WatchedKeys.looksAt(pattern, address);
        if (asked) {
          address.component().ifPresent(names::remove);
        }
        demands += asked ? names.size() : Math.max(1, names.size());
      }
    }
    return demands;
  }

  /** That something is there is said with whatever else is said of it. */
  private static boolean demands(FactKind kind, String name) {
    return !name.equals("server")
        && !name.equals("named")
        && RecordShape.of(kind)
            .component(name)
            .map(component -> !component.key() && !component.isPresence())
            .orElse(true);
  }

  /** Returns whether constants are all that a condition compares with. */
  private static boolean isAnswered(Condition condition, RuleOutline rule) {
    String operator = condition.operator();
    if (operator == null || operator.contains("memberOf") || operator.contains("contains")) {
      return false;
    }
    boolean usedElsewhere =
        !condition.binding().isEmpty()
            && rule.patterns().stream()
                .flatMap(pattern -> pattern.conditions().stream())
                .anyMatch(other -> other.variables().contains(condition.binding()));
    return condition.variables().isEmpty() && !usedElsewhere;
  }

  /** What is no component, such as the share of a volume that is free, is reckoned from some. */
  private static boolean reckons(Condition condition, Address address) {
    Optional<FactKind> kind = address.kind();
    return kind.isPresent()
        && !condition.component().equals("named")
        && RecordShape.of(kind.get()).component(condition.component()).isEmpty();
  }

  private static List<Constant> constants(Condition condition) {
    Division division =
        switch (String.valueOf(condition.operator())) {
          case "==", "!=", "in", "not in" -> Division.EQUAL;
          case "<", ">=", ".isBelow", ".isAtLeast" -> Division.FROM;
          case "<=", ">" -> Division.ABOVE;
          default -> null;
        };
    List<Constant> constants = new ArrayList<>();
    if (division != null && !condition.saysKnown()) {
      condition.texts().forEach(text -> constants.add(new Constant(division, text)));
      condition.values().stream()
          .filter(value -> !value.startsWith("\"") && !value.startsWith("$"))
          .filter(value -> !value.equals("null"))
          .map(value -> value.substring(value.lastIndexOf('.') + 1))
          .map(value -> value.replaceAll("(?<=\\d)[A-Za-z]$", ""))
          .forEach(value -> constants.add(new Constant(division, value)));
    }
    return constants;
  }
}
