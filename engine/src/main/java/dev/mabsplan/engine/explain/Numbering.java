package dev.mabsplan.engine.explain;

import dev.mabsplan.engine.order.Case;
import dev.mabsplan.engine.order.OrderedStep;
import dev.mabsplan.engine.order.OrderedStep.Band;
import dev.mabsplan.engine.order.StepKey;
import dev.mabsplan.engine.order.StepOrder;
import dev.mabsplan.engine.pack.Remedy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the problems and the steps of a plan. What is open for one problem shares a number and is
 * told apart by letters; undoing a temporary remedy is a step of its own, right after it.
 */
final class Numbering {

  private static final int LETTERS = 26;

  private final Map<StepKey, String> numbers = new HashMap<>();
  private final Map<StepKey, String> undoNumbers = new HashMap<>();
  private final Map<StepKey, Integer> places = new HashMap<>();
  private final Map<Case, Integer> problems = new HashMap<>();
  private final String afterLast;

  Numbering(StepOrder.Result order) {
    order.cases().forEach(found -> problems.putIfAbsent(found, problems.size() + 1));
    order.steps().forEach(step -> places.put(step.key(), places.size()));
    List<List<Slot>> groups = groups(order);
    for (int i = 0; i < groups.size(); i++) {
      List<Slot> group = groups.get(i);
      for (int j = 0; j < group.size(); j++) {
        String letter = group.size() == 1 ? "" : String.valueOf((char) ('a' + j));
        Slot slot = group.get(j);
        (slot.undo() ? undoNumbers : numbers).put(slot.step().key(), (i + 1) + letter);
      }
    }
    afterLast = String.valueOf(groups.size() + 1);
  }

  /** A place in the plan: a step, or the undoing of one. */
  private record Slot(OrderedStep step, boolean undo) {}

  /** Returns the number of a step; empty where the plan does not have it. */
  String of(StepKey key) {
    return numbers.getOrDefault(key, "");
  }

  /** Returns the number of a problem, from 1 on; 0 where the plan does not have it. */
  int of(Case found) {
    return problems.getOrDefault(found, 0);
  }

  /** Returns those of some steps that the plan has, in its order. */
  List<StepKey> inTurn(Collection<StepKey> keys) {
    return keys.stream()
        .filter(places::containsKey)
        .sorted(Comparator.comparing(key -> places.getOrDefault(key, 0)))
        .toList();
  }

  /** Returns whether the plan has a step. */
  boolean has(StepKey key) {
    return numbers.containsKey(key);
  }

  /** Returns the number of the step that undoes a temporary one. */
  String ofUndoing(StepKey key) {
    return undoNumbers.getOrDefault(key, "");
  }

  /** Returns the number after that of the last step. */
  String afterLast() {
    return afterLast;
  }

  private static List<List<Slot>> groups(StepOrder.Result order) {
    List<List<Slot>> groups = new ArrayList<>();
    for (OrderedStep step : order.steps()) {
      List<Slot> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
      boolean temporary = step.remedy().map(Remedy::temporary).orElse(false);
      int slots = temporary ? 2 : 1;
      List<Slot> group = last;
      if (last.isEmpty() || last.size() + slots > LETTERS || !together(last.get(0).step(), step)) {
        group = new ArrayList<>();
        groups.add(group);
      }
      group.add(new Slot(step, false));
      if (temporary) {
        group.add(new Slot(step, true));
      }
    }
    return groups;
  }

  private static boolean together(OrderedStep a, OrderedStep b) {
    return a.band() == Band.OPEN
        && b.band() == Band.OPEN
        && !a.retry()
        && !b.retry()
        && a.askers().get(0).asker().equals(b.askers().get(0).asker());
  }
}
