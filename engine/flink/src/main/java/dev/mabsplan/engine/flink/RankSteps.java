package dev.mabsplan.engine.flink;

import dev.mabsplan.engine.fleet.Fix;
import dev.mabsplan.engine.report.FleetJson;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Ranks all steps, once a second where something changed, and at the end of an input that ends. */
final class RankSteps extends KeyedProcessFunction<Integer, FixRow, String> {

  private static final long serialVersionUID = 1L;

  private transient @Nullable MapState<String, FixRow> rows;

  @Override
  public void open(OpenContext context) {
    rows =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("rows", Types.STRING, TypeInformation.of(FixRow.class)));
  }

  private MapState<String, FixRow> rows() {
    MapState<String, FixRow> open = rows;
    if (open == null) {
      throw new IllegalStateException("it was not opened");
    }
    return open;
  }

  @Override
  public void processElement(FixRow row, Context context, Collector<String> out) throws Exception {
    if (row.servers() == 0) {
      rows().remove(row.step());
    } else {
      rows().put(row.step(), row);
    }
    long next =
        (context.timerService().currentProcessingTime() / TallySteps.EVERY + 1) * TallySteps.EVERY;
    context.timerService().registerProcessingTimeTimer(next);
    context.timerService().registerEventTimeTimer(TallySteps.AT_THE_END);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<String> out) throws Exception {
    List<Fix> fixes = new ArrayList<>();
    for (FixRow row : rows().values()) {
      fixes.add(row.fix());
    }
    fixes.sort(Fix.FIRST);
    out.collect(FleetJson.line(fixes));
  }
}
