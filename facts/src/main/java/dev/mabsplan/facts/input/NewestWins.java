package dev.mabsplan.facts.input;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.shape.RecordShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts of all files. Of two values for one fact the newer one counts, where it is known. */
final class NewestWins {

  /**
   * When a fact was so.
   *
   * @param time the time, where that is known
   * @param shown where a console showed it, at a command that was typed earlier than those below
   */
  record Moment(Optional<Instant> time, Optional<Source> shown) {}

  /** A fact, where it was read, and when it was so. */
  private record Dated(Fact fact, Source source, Moment moment) {

    /** Whether it says the same, so that only the newer of both matters. */
    boolean repeats(Dated other) {
      return fact.equals(other.fact)
          && moment.time().isPresent() == other.moment.time().isPresent()
          && moment.shown().isPresent() == other.moment.shown().isPresent();
    }

    boolean isNewerThan(Dated other) {
      if (moment.time().isPresent()
          && other.moment.time().isPresent()
          && !moment.time().equals(other.moment.time())) {
        return moment.time().get().isAfter(other.moment.time().get());
      }
      return moment
          .shown()
          .flatMap(below -> other.moment.shown().filter(above -> isBelow(below, above)))
          .isPresent();
    }

    private static boolean isBelow(Source one, Source other) {
      return one.file().equals(other.file()) && one.line() > other.line();
    }
  }

  /** More than enough to say that a file contradicts itself, and few enough to compare. */
  private static final int MOST_OF_ONE = 100;

  private final Map<Address, List<Dated>> kept = new LinkedHashMap<>();
  private final List<Remark> remarks = new ArrayList<>();

  /** Takes a fact; an older one that says otherwise goes. */
  void add(Fact fact, Source source, Moment moment) {
    Dated value = new Dated(fact, source, moment);
    Address address = Address.of(fact);
    List<Dated> same = kept.computeIfAbsent(address, first -> new ArrayList<>());
    Optional<Dated> repeated = same.stream().filter(value::repeats).findFirst();
    if (repeated.isPresent()) {
      if (value.isNewerThan(repeated.get())) {
        same.set(same.indexOf(repeated.get()), value);
      }
      return;
    }
    List<Dated> others = same.stream().filter(other -> contradict(other, value)).toList();
    if (others.isEmpty() || !others.stream().allMatch(other -> ordered(other, value))) {
      // nobody knows which is newer: what contradicts itself is a fault of the facts
      if (same.size() < MOST_OF_ONE) {
        same.add(value);
      }
      return;
    }
    Optional<Dated> newer = others.stream().filter(other -> other.isNewerThan(value)).findFirst();
    if (newer.isPresent()) {
      same.set(same.indexOf(newer.get()), completed(newer.get(), List.of(value)));
      remark(address, newer.get(), value);
    } else {
      same.removeAll(others);
      same.add(completed(value, others));
      others.forEach(older -> remark(address, value, older));
    }
  }

  /** Returns the facts that count, and those that contradict each other. */
  List<ReadFact> all() {
    return kept.values().stream()
        .flatMap(List::stream)
        .map(value -> new ReadFact(value.fact(), value.source()))
        .toList();
  }

  /** Returns which values were taken and which were not. */
  List<Remark> remarks() {
    return List.copyOf(remarks);
  }

  private void remark(Address address, Dated newer, Dated older) {
    remarks.add(
        new Remark(
            Remark.Kind.NEWER,
            newer.source(),
            address + " is newer here than at " + older.source() + ", and is taken"));
  }

  /** What a newer output does not speak of is as the older one has it, such as a volume's use. */
  private static Dated completed(Dated newer, List<Dated> older) {
    RecordShape shape = RecordShape.of(FactKind.of(newer.fact().getClass()));
    List<Dated> alike = older.stream().filter(other -> bothThere(shape, newer, other)).toList();
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    for (int i = 0; i < values.length; i++) {
      RecordShape.Component component = shape.components().get(i);
      Object value = component.value((Record) newer.fact());
      for (Dated other : alike) {
        Object before = component.value((Record) other.fact());
        value = value == null ? before : withAll(value, before);
      }
      values[i] = value;
    }
    return new Dated((Fact) shape.create(values), newer.source(), newer.moment());
  }

  private static boolean bothThere(RecordShape shape, Dated one, Dated other) {
    return shape.components().stream()
        .filter(RecordShape.Component::isPresence)
        .allMatch(
            component ->
                Objects.equals(
                    component.value((Record) one.fact()), component.value((Record) other.fact())));
  }

  private static Object withAll(Object value, @Nullable Object before) {
    if (!(value instanceof Set<?> some) || !(before instanceof Set<?> more)) {
      return value;
    }
    Set<Object> all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }

  private static boolean ordered(Dated one, Dated other) {
    return one.isNewerThan(other) || other.isNewerThan(one);
  }

  private static boolean contradict(Dated one, Dated other) {
    return RecordShape.of(FactKind.of(one.fact().getClass())).components().stream()
        .filter(component -> !component.key() && !component.name().equals("server"))
        .anyMatch(
            component -> {
              Object left = component.value((Record) one.fact());
              Object right = component.value((Record) other.fact());
              // of collections, such as the purposes of a volume, both are true
              return left != null
                  && right != null
                  && !(left instanceof Collection<?>)
                  && !Objects.equals(left, right);
            });
  }
}
