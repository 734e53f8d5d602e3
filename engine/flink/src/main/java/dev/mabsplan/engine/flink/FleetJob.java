package dev.mabsplan.engine.flink;

import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.reader.TextLineInputFormat;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import org.apache.flink.util.OutputTag;

/**
 * Plans for a fleet: facts documents come in, a line each; out go plans with what changed, what is
 * not as it must be, whose facts are stale, and what to mend first.
 */
public final class FleetJob {

  static final OutputTag<String> BROKEN = new OutputTag<>("broken", Types.STRING);
  static final OutputTag<String> STALE = new OutputTag<>("stale", Types.STRING);
  static final OutputTag<Delta> DELTAS = new OutputTag<>("deltas", TypeInformation.of(Delta.class));

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final String STALE_AFTER = "stale-after";
  private static final List<String> OPTIONS =
      List.of("facts", "out", "packs", "lang", STALE_AFTER, "watch");

  private FleetJob() {}

  /**
   * Plans from files to files: {@code --facts FILE|FOLDER --out FOLDER [--packs FILE|FOLDER]
   * [--lang en|sv] [--stale-after PT24H] [--watch true]}. With {@code --watch}, new files are read
   * as they come, and the job goes on until it is cancelled.
   */
  public static void main(String[] args) throws Exception {
    Map<String, String> options = options(args);
    boolean watch = Boolean.parseBoolean(options.getOrDefault("watch", "false"));
    String out = required(options, "out");
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(settings(out + "/checkpoints"));
    DataStream<String> facts = lines(env, required(options, "facts"), watch, "facts");
    DataStream<String> packs =
        options.containsKey("packs")
            ? lines(env, required(options, "packs"), watch, "packs")
            : env.fromData(Types.STRING, "").uid("packs").name("packs");
    Results results =
        plan(
            facts,
            packs,
            options.getOrDefault("lang", "en"),
            Duration.parse(options.getOrDefault(STALE_AFTER, "PT24H")));
    sink(results.plans(), out, "plans");
    sink(results.broken(), out, "broken");
    sink(results.stale(), out, "stale");
    sink(results.ranking(), out, "ranking");
    env.execute("mabsplan fleet");
  }

  private static Map<String, String> options(String[] args) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      String name = args[i].replaceFirst("^--", "");
      if (!OPTIONS.contains(name) || i + 1 == args.length) {
        throw new IllegalArgumentException(
            "expected --facts, --out, --packs, --lang, --stale-after or --watch, each with a value;"
                + " found "
                + Arrays.toString(args));
      }
      options.put(name, args[i + 1]);
    }
    return options;
  }

  private static String required(Map<String, String> options, String name) {
    String value = options.get(name);
    if (value == null) {
      throw new IllegalArgumentException("--" + name + " is missing");
    }
    return value;
  }

  /**
   * Returns what the job needs to be so: no type that Flink knows nothing of, checkpoints in files,
   * and no restart for ever.
   *
   * @param checkpoints where they go
   */
  static Configuration settings(String checkpoints) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
    settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, uri(checkpoints));
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 10);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
    return settings;
  }

  /** Checkpoints want a scheme; a path without one is a local file. */
  private static String uri(String path) {
    return path.contains("://") ? path : new File(path).toURI().toString();
  }

  /** Returns the lines of a file, or of all files of a folder. */
  static DataStream<String> lines(
      StreamExecutionEnvironment env, String path, boolean watch, String uid) {
    FileSource.FileSourceBuilder<String> source =
        FileSource.forRecordStreamFormat(new TextLineInputFormat(), new Path(path));
    if (watch) {
      source.monitorContinuously(LOOK_EVERY);
    }
    return env.fromSource(source.build(), WatermarkStrategy.noWatermarks(), uid).uid(uid);
  }

  /**
   * What the job gives out.
   *
   * @param plans a line a document, and one for each that is planned for anew
   * @param broken a line for each document that is not as it must be
   * @param stale a line for each server whose facts nobody renewed in time
   * @param ranking what to mend first across the fleet, whole each time
   */
  record Results(
      DataStream<String> plans,
      DataStream<String> broken,
      DataStream<String> stale,
      DataStream<String> ranking) {}

  /**
   * Plans for all documents.
   *
   * @param facts facts documents, one a line
   * @param packs each time other rule packs hold, folders with packs beside the shipped ones, with
   *     commas between them; empty for those alone
   */
  static Results plan(
      DataStream<String> facts, DataStream<String> packs, String language, Duration staleAfter) {
    SingleOutputStreamOperator<Document> documents =
        facts
            .process(new ReadDocuments(), TypeInformation.of(Document.class))
            .uid("read")
            .name("read");
    SingleOutputStreamOperator<String> plans =
        documents
            .keyBy(Document::key, Types.STRING)
            .connect(packs.broadcast(PlanDocuments.PACKS))
            .process(new PlanDocuments(language, staleAfter.toMillis()), Types.STRING)
            .uid("plan")
            .name("plan");
    DataStream<String> ranking =
        plans
            .getSideOutput(DELTAS)
            .keyBy(delta -> delta.share().step(), Types.STRING)
            .process(new TallySteps(), TypeInformation.of(FixRow.class))
            .uid("tally")
            .name("tally")
            .keyBy(row -> 0, Types.INT)
            .process(new RankSteps(), Types.STRING)
            .setParallelism(1)
            .uid("rank")
            .name("rank");
    return new Results(
        plans,
        documents.getSideOutput(BROKEN).union(plans.getSideOutput(BROKEN)),
        plans.getSideOutput(STALE),
        ranking);
  }

  /** Writes lines to files in a folder, each line once, whatever fails in between. */
  static void sink(DataStream<String> lines, String out, String name) {
    lines
        .sinkTo(
            FileSink.forRowFormat(new Path(out + "/" + name), new SimpleStringEncoder<String>())
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .build())
        .uid("write-" + name)
        .name("write " + name);
  }
}
