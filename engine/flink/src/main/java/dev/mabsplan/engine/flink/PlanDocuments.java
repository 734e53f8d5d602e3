package dev.mabsplan.engine.flink;

import dev.mabsplan.engine.fleet.FleetLine;
import dev.mabsplan.engine.fleet.FleetStep;
import dev.mabsplan.engine.fleet.Given;
import dev.mabsplan.engine.fleet.Known;
import dev.mabsplan.engine.fleet.Mark;
import dev.mabsplan.engine.fleet.Share;
import dev.mabsplan.engine.pack.InvalidPackException;
import dev.mabsplan.engine.render.ShortPlanJson;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.tree.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Plans for servers as their facts come in. Kept of each are the facts as JSON and the line of its
 * plan in short, and nothing else. Other rule packs plan anew from kept facts; facts that nobody
 * renews raise an alarm.
 */
final class PlanDocuments extends KeyedBroadcastProcessFunction<String, Document, String, String> {

  static final MapStateDescriptor<String, String> PACKS =
      new MapStateDescriptor<>("packs", Types.STRING, Types.STRING);

  private static final long serialVersionUID = 1L;

  private static final String FOLDERS = "folders";
  private static final int MOST_ERRORS = 1_000;
  private static final ValueStateDescriptor<String> FACTS =
      new ValueStateDescriptor<>("facts", Types.STRING);

  private final String language;
  private final long staleMillis;

  private transient @Nullable ValueState<String> facts;
  private transient @Nullable ValueState<String> known;
  private transient @Nullable ValueState<Long> planned;
  private transient @Nullable ValueState<Long> due;

  PlanDocuments(String language, long staleMillis) {
    this.language = language;
    this.staleMillis = staleMillis;
  }

  @Override
  public void open(OpenContext context) {
    facts = getRuntimeContext().getState(FACTS);
    known = getRuntimeContext().getState(new ValueStateDescriptor<>("known", Types.STRING));
    planned = getRuntimeContext().getState(new ValueStateDescriptor<>("planned", Types.LONG));
    due = getRuntimeContext().getState(new ValueStateDescriptor<>("due", Types.LONG));
  }

  private static <T> ValueState<T> open(@Nullable ValueState<T> state) {
    if (state == null) {
      throw new IllegalStateException("it was not opened");
    }
    return state;
  }

  @Override
  public void processElement(Document document, ReadOnlyContext context, Collector<String> out)
      throws Exception {
    String folders = context.getBroadcastState(PACKS).get(FOLDERS);
    open(facts).update(document.facts());
    plan(document.digest(), document.facts(), folders == null ? "" : folders, out, context::output);
    long time = context.timerService().currentProcessingTime() + staleMillis;
    open(due).update(time);
    context.timerService().registerProcessingTimeTimer(time);
  }

  /** Where goes what is no plan. */
  private interface Aside {
    <X> void output(OutputTag<X> tag, X value);
  }

  @Override
  public void processBroadcastElement(String written, Context context, Collector<String> out)
      throws Exception {
    String folders = written.strip();
    String rules;
    try {
      rules = Planners.step(folders, language).rules();
    } catch (InvalidPackException e) {
      // the packs that held so far go on to hold; every task finds it out, and one says so
      if (getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
        context.output(
            FleetJob.BROKEN,
            new JsonObject()
                .text("packs", folders)
                .text("error", e.faults().get(0).message())
                .oneLine());
      }
      return;
    }
    context.getBroadcastState(PACKS).put(FOLDERS, folders);
    context.applyToKeyedState(
        FACTS,
        (key, state) -> {
          String kept = state.value();
          Optional<Known> before = before();
          if (kept != null && before.isPresent() && !before.get().rules().equals(rules)) {
            plan(before.get().digest(), kept, folders, out, context::output);
          }
        });
  }

  private Optional<Known> before() throws Exception {
    String line = open(known).value();
    return line == null ? Optional.empty() : Known.read("state", line);
  }

  private void plan(String digest, String json, String folders, Collector<String> out, Aside aside)
      throws Exception {
    FleetStep step = Planners.step(folders, language);
    Long times = open(planned).value();
    long number = times == null ? 1 : times + 1;
    open(planned).update(number);
    Optional<Known> before = before();
    try {
      Facts read =
          FactsDocument.parse(json, Planners.of(folders).messages()).withNewestErrors(MOST_ERRORS);
      FleetStep.Next next = step.next(before, Given.of(digest, read));
      Mark mark = new Mark(number, Optional.empty(), digest, step.rules());
      String plan = ShortPlanJson.line(next.known().plan());
      open(known).update(FleetLine.planned(mark, next.known(), Optional.empty(), plan));
      out.collect(FleetLine.planned(mark, next.known(), next.changes(), plan));
      deltas(before, next.known(), delta -> aside.output(FleetJob.DELTAS, delta));
    } catch (InvalidFactsException e) {
      aside.output(FleetJob.BROKEN, ReadDocuments.broken(number, digest, e.faults()));
    }
  }

  private static void deltas(Optional<Known> before, Known now, Consumer<Delta> out) {
    List<Share> old = before.map(Share::of).orElse(List.of());
    List<Share> shares = Share.of(now);
    Set<Share> same = new HashSet<>(old);
    same.retainAll(shares);
    old.stream()
        .filter(one -> !same.contains(one))
        .forEach(one -> out.accept(new Delta(one, false)));
    shares.stream()
        .filter(one -> !same.contains(one))
        .forEach(one -> out.accept(new Delta(one, true)));
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<String> out) throws Exception {
    Long expected = open(due).value();
    if (expected != null && expected == time) {
      context.output(
          FleetJob.STALE,
          new JsonObject()
              .text("key", context.getCurrentKey())
              .number("withoutFactsForMinutes", staleMillis / 60_000)
              .oneLine());
    }
  }
}
