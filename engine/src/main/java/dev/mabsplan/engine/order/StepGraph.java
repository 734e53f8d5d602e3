package dev.mabsplan.engine.order;

import dev.mabsplan.engine.order.Asking.Together;
import dev.mabsplan.engine.order.OrderedStep.Band;
import dev.mabsplan.engine.pack.Risk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All steps with what comes before each, and what each case asks for. */
final class StepGraph {

  private final boolean reported;
  private final Map<StepKey, StepNode> nodes = new HashMap<>();

  /** All steps, by their names. */
  private final List<StepNode> sorted;

  private final Map<Case, Asking> askings = new HashMap<>();

  StepGraph(Assessment assessment) {
    this.reported = assessment.cases().stream().anyMatch(Case::isReported);
    for (Prescription prescription : assessment.prescriptions()) {
      nodes.computeIfAbsent(prescription.key(), StepNode::new).add(prescription);
      asking(prescription.asker()).own.add(prescription);
    }
    this.sorted = new ArrayList<>(nodes.values());
    sorted.sort(Comparator.comparing(node -> node.key));
    askings.values().forEach(asking -> asking.own.sort(Ratio.BEST_FIRST));
    link();
    refuseCircles();
    assessment.cases().forEach(asker -> asking(asker).parts = parts(asking(asker)));
    link();
  }

  /** Returns all steps, by their names. */
  List<StepNode> steps() {
    return sorted;
  }

  boolean has(StepKey key) {
    return nodes.containsKey(key);
  }

  Asking asking(Case asker) {
    return askings.computeIfAbsent(asker, one -> new Asking());
  }

  StepNode node(Prescription prescription) {
    return nodes.computeIfAbsent(prescription.key(), StepNode::new);
  }

  /** Finds what comes before what, and what follows from that. */
  private void link() {
    sorted.forEach(node -> node.before = before(node));
    sorted.forEach(node -> node.allBefore = addAllBefore(node, new LinkedHashSet<>()));
    sorted.forEach(node -> node.tier = riskiest(node));
    sorted.forEach(node -> node.band = band(node));
  }

  private Set<StepNode> before(StepNode node) {
    Set<StepNode> before = new LinkedHashSet<>();
    for (Prescription prescription : node.askers) {
      if (!prescription.retry() || prescription.status().certain() || !node.certain()) {
        for (StepKey key : after(prescription)) {
          StepNode other = nodes.get(key);
          if (other != null) {
            before.add(other);
          }
        }
      }
      for (String required : prescription.remedy().requires()) {
        for (StepNode other : sorted) {
          if (other.key.remedy().equals(required) && meet(other, node)) {
            before.add(other);
          }
        }
      }
    }
    before.remove(node);
    return before;
  }

  /** The first retry does not wait for more than what is done before it tells. */
  private Set<StepKey> after(Prescription prescription) {
    if (!prescription.retry()
        || asking(prescription.asker()).parts == null
        || followsWhatIsCertain(prescription)) {
      return prescription.after();
    }
    Set<StepKey> after = new LinkedHashSet<>();
    beforeTheFirst(prescription).forEach(part -> part.steps().forEach(node -> after.add(node.key)));
    after.retainAll(prescription.after());
    return after;
  }

  List<Together> beforeTheFirst(Prescription retry) {
    List<Together> first = new ArrayList<>();
    for (Together part : asking(retry.asker()).parts()) {
      if (part.steps().stream().anyMatch(node -> retry.after().contains(node.key))) {
        first.add(part);
      }
      if (part.tried()) {
        break;
      }
    }
    return first;
  }

  boolean followsWhatIsCertain(Prescription retry) {
    for (StepKey key : retry.after()) {
      StepNode node = nodes.get(key);
      if (node != null && node.certain()) {
        return true;
      }
    }
    return false;
  }

  /** Whether two steps are about one server, or about one and its backup server. */
  private static boolean meet(StepNode a, StepNode b) {
    return a.key.server().equals(b.key.server())
        || a.isBackedUpBy(b.key.server())
        || b.isBackedUpBy(a.key.server());
  }

  /** Adds everything that comes before a step, and what comes before that. */
  private static Set<StepNode> addAllBefore(StepNode node, Set<StepNode> seen) {
    for (StepNode other : node.before) {
      if (seen.add(other)) {
        addAllBefore(other, seen);
      }
    }
    return seen;
  }

  /** The lint holds packs to it, but steps of two problems can still meet head-on. */
  private void refuseCircles() {
    List<StepKey> circle =
        sorted.stream()
            .filter(node -> node.allBefore.contains(node))
            .map(node -> node.key)
            .toList();
    if (!circle.isEmpty()) {
      throw new IllegalStateException("steps come before one another in a circle: " + circle);
    }
  }

  private static Risk riskiest(StepNode node) {
    Risk riskiest = node.remedy().risk();
    for (StepNode other : node.allBefore) {
      Risk risk = other.remedy().risk();
      riskiest = risk.compareTo(riskiest) > 0 ? risk : riskiest;
    }
    return riskiest;
  }

  private Band band(StepNode node) {
    if (node.tier == Risk.DESTRUCTIVE) {
      return Band.DESTRUCTIVE;
    }
    if (reported && node.isApart()) {
      return Band.ALSO;
    }
    if (!node.certain()) {
      return Band.OPEN;
    }
    return node.remedy().blocker() && node.status == Status.CONFIRMED ? Band.BLOCKER : Band.CERTAIN;
  }

  /**
   * What is open in a case, in the parts after which one sees whether it helped. What is certain
   * for another case is done in any event, and is in none.
   */
  private List<Together> parts(Asking asking) {
    List<Prescription> open = new ArrayList<>();
    List<StepNode> steps = new ArrayList<>();
    for (Prescription one : asking.own) {
      StepNode node = node(one);
      if (!node.certain() && !one.retry()) {
        open.add(one);
        steps.add(node);
      }
    }
    Optional<Prescription> retry = asking.retry();
    long minutes = retry.map(p -> p.remedy().effort().minutes()).orElse(0);
    long alone =
        retry
            .filter(p -> p.status().certain() && !followsWhatIsCertain(p))
            .map(p -> p.remedy().likelihood().weight())
            .orElse(0);
    List<Together> all = new ArrayList<>();
    for (Batches.Batch batch : new Batches(repairs(open, steps), minutes, alone).best()) {
      all.add(new Together(batch.repairs().stream().map(steps::get).toList(), batch.retried()));
    }
    return List.copyOf(all);
  }

  private static List<Repair> repairs(List<Prescription> open, List<StepNode> steps) {
    List<Repair> repairs = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      Prescription one = open.get(i);
      StepNode node = steps.get(i);
      BitSet earlier = new BitSet(open.size());
      for (int j = 0; j < open.size(); j++) {
        StepNode other = steps.get(j);
        earlier.set(j, node.allBefore.contains(other) || other.tier.compareTo(node.tier) < 0);
      }
      repairs.add(
          new Repair(
              one.weight(),
              one.minutes(),
              one.status() == Status.CHECK,
              node.tier.compareTo(Risk.REVERSIBLE) <= 0,
              one.remedy().temporary(),
              earlier));
    }
    return repairs;
  }
}
