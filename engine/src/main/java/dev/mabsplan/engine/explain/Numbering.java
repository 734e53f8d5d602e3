package dev.mabsplan.engine.explain;

import dev.mabsplan.engine.order.OrderedStep;
import dev.mabsplan.engine.order.OrderedStep.Band;
import dev.mabsplan.engine.order.StepKey;
import dev.mabsplan.engine.order.StepOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the steps of a plan; what is open for one problem shares a number and is told apart by
 * letters.
 */
final class Numbering {

  private static final int LETTERS = 26;

  private Numbering() {}

  static Map<StepKey, String> of(StepOrder.Result order) {
    Map<StepKey, String> numbers = new LinkedHashMap<>();
    List<List<OrderedStep>> groups = groups(order);
    for (int i = 0; i < groups.size(); i++) {
      List<OrderedStep> group = groups.get(i);
      for (int j = 0; j < group.size(); j++) {
        String letter = group.size() == 1 ? "" : String.valueOf((char) ('a' + j));
        numbers.put(group.get(j).key(), (i + 1) + letter);
      }
    }
    return numbers;
  }

  static String afterLast(StepOrder.Result order) {
    return String.valueOf(groups(order).size() + 1);
  }

  private static List<List<OrderedStep>> groups(StepOrder.Result order) {
    List<List<OrderedStep>> groups = new ArrayList<>();
    for (OrderedStep step : order.steps()) {
      List<OrderedStep> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
      if (!last.isEmpty() && last.size() < LETTERS && together(last.get(0), step)) {
        last.add(step);
      } else {
        groups.add(new ArrayList<>(List.of(step)));
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
