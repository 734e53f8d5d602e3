package dev.mabsplan.engine.foresight;

import dev.mabsplan.engine.foresight.Choice.Kind;
import dev.mabsplan.engine.session.Compared;
import dev.mabsplan.engine.session.Compared.Constant;
import dev.mabsplan.engine.session.Compared.Division;
import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.shape.RecordShape;
import dev.mabsplan.facts.shape.RecordShape.Component;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The answers that one fact can give.
 *
 * @param fact where it would stand
 * @param all its answers; none where nobody can say what they are
 * @param whole whether it can give no answer that would come to anything else
 */
record Choices(Address fact, List<Choice> all, boolean whole) {

  /** More than anybody would read, or a list of names of which each may matter. */
  private static final int MOST = 12;

  private static final String OLDEST = "0.0.0.1";

  /** Some text that no rule names. */
  private static final String NO_NAME = "something else";

  Choices {
    all = List.copyOf(all);
  }

  /**
   * Returns the answers of a fact.
   *
   * @param compared what rules compare it with
   */
  static Choices of(Address fact, Compared compared) {
    Optional<FactKind> kind = fact.kind();
    if (kind.isEmpty()) {
      return new Choices(fact, List.of(), false);
    }
    RecordShape shape = RecordShape.of(kind.get());
    Optional<Component> asked = fact.component().flatMap(shape::component);
    boolean tellsPresence = shape.component("present").filter(Component::isPresence).isPresent();
    List<Choice> choices = new ArrayList<>();
    boolean whole = compared.whole();
    if (asked.isEmpty() || asked.get().isPresence()) {
      choices.add(new Choice(Kind.THERE, List.of(), "true"));
      whole &= asked.isPresent();
    } else {
      List<Choice> values = values(asked.get().type(), asked.get().minimum(), compared);
      whole &= !values.isEmpty() || compared.constants().isEmpty();
      choices.addAll(values);
    }
    if (tellsPresence) {
      choices.add(new Choice(Kind.NOT_THERE, List.of(), "false"));
    }
    return choices.size() > MOST
        ? new Choices(fact, List.of(), false)
        : new Choices(fact, choices, whole);
  }

  private static List<Choice> values(Class<?> type, long least, Compared compared) {
    if (compared.constants().isEmpty()) {
      return List.of();
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> Choice.is(Camel.word((Enum<?>) constant)))
          .toList();
    }
    if (type == Boolean.class || type == boolean.class) {
      return List.of(Choice.is("true"), Choice.is("false"));
    }
    if (type == Long.class || type == Integer.class) {
      return numbers(least, compared.constants());
    }
    if (type == Version.class) {
      return versions(compared.constants());
    }
    return type == String.class ? texts(compared.constants()) : List.of();
  }

  private static List<Choice> texts(List<Constant> constants) {
    List<Choice> choices = new ArrayList<>();
    constants.stream().map(Constant::text).distinct().map(Choice::is).forEach(choices::add);
    choices.add(new Choice(Kind.OTHER, List.of(), NO_NAME));
    return choices;
  }

  /** Numbers are whole, so that above one is from the next. */
  private static List<Choice> numbers(long least, List<Constant> constants) {
    TreeSet<Long> cuts = new TreeSet<>();
    for (Constant constant : constants) {
      long number;
      try {
        number = Long.parseLong(constant.text());
      } catch (NumberFormatException e) {
        return List.of();
      }
      if (constant.division() != Division.ABOVE) {
        cuts.add(number);
      }
      if (constant.division() != Division.FROM) {
        cuts.add(number + 1);
      }
    }
    cuts.removeIf(cut -> cut <= least);
    List<Choice> choices = new ArrayList<>();
    List<Long> all = List.copyOf(cuts);
    for (int i = 0; i <= all.size() && !all.isEmpty(); i++) {
      if (i == 0) {
        choices.add(
            all.get(0) - 1 == least
                ? Choice.is(String.valueOf(least))
                : between(Long.MIN_VALUE, all.get(0)));
      } else {
        choices.add(between(all.get(i - 1), i == all.size() ? Long.MAX_VALUE : all.get(i)));
      }
    }
    return choices;
  }

  private static Choice between(long from, long below) {
    if (from == Long.MIN_VALUE) {
      return new Choice(
          Kind.BELOW, List.of(String.valueOf(below)), String.valueOf(Math.subtractExact(below, 1)));
    }
    String sample = String.valueOf(from);
    if (below == Long.MAX_VALUE) {
      return new Choice(Kind.FROM, List.of(sample), sample);
    }
    return below == from + 1
        ? Choice.is(sample)
        : new Choice(Kind.BETWEEN, List.of(sample, String.valueOf(below)), sample);
  }

  private static List<Choice> versions(List<Constant> constants) {
    TreeSet<Version> cuts = new TreeSet<>();
    for (Constant constant : constants) {
      if (constant.division() != Division.FROM) {
        return List.of();
      }
      cuts.add(Version.parse(constant.text()));
    }
    List<Choice> choices = new ArrayList<>();
    List<String> all = cuts.stream().map(Version::toString).toList();
    choices.add(new Choice(Kind.BELOW, List.of(all.get(0)), OLDEST));
    for (int i = 0; i < all.size(); i++) {
      String from = all.get(i);
      choices.add(
          i + 1 == all.size()
              ? new Choice(Kind.FROM, List.of(from), from)
              : new Choice(Kind.BETWEEN, List.of(from, all.get(i + 1)), from));
    }
    return choices;
  }
}
