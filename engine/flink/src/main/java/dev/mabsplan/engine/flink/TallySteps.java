package dev.mabsplan.engine.flink;

import dev.mabsplan.engine.fleet.Share;
import dev.mabsplan.engine.fleet.Tally;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Sums up what one step amounts to, once a second, and at the end of an input that ends. */
final class TallySteps extends KeyedProcessFunction<String, Delta, FixRow> {

  static final long AT_THE_END = Long.MAX_VALUE - 1;
  static final long EVERY = 1_000;

  private static final long serialVersionUID = 1L;

  private transient @Nullable MapState<Share, Integer> counts;

  @Override
  public void open(OpenContext context) {
    counts =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("counts", TypeInformation.of(Share.class), Types.INT));
  }

  private MapState<Share, Integer> counts() {
    MapState<Share, Integer> open = counts;
    if (open == null) {
      throw new IllegalStateException("it was not opened");
    }
    return open;
  }

  @Override
  public void processElement(Delta delta, Context context, Collector<FixRow> out) throws Exception {
    Integer before = counts().get(delta.share());
    int count = (before == null ? 0 : before) + (delta.added() ? 1 : -1);
    if (count == 0) {
      counts().remove(delta.share());
    } else {
      counts().put(delta.share(), count);
    }
    long next = (context.timerService().currentProcessingTime() / EVERY + 1) * EVERY;
    context.timerService().registerProcessingTimeTimer(next);
    context.timerService().registerEventTimeTimer(AT_THE_END);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<FixRow> out) throws Exception {
    Tally tally = new Tally();
    for (Map.Entry<Share, Integer> entry : counts().entries()) {
      for (int i = 0; i < entry.getValue(); i++) {
        tally.add(entry.getKey());
      }
    }
    out.collect(tally.fix().map(FixRow::of).orElseGet(() -> FixRow.gone(context.getCurrentKey())));
  }
}
