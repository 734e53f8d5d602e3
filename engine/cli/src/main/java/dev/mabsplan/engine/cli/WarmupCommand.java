package dev.mabsplan.engine.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mabsplan.engine.cli.option.PackOptions;
import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.Streams;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.pack.Language;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Does once what every start does, so that Java can keep what it makes of it. */
@Command(
    name = "warmup",
    description = {
      "Makes later starts quick: keeps, in a cache folder, what Java makes of the program and of"
          + " rule packs. The launcher does it by itself after the first run. Nothing depends on"
          + " it.",
      "The folder is MABSPLAN_CACHE or, where that is not set, mabsplan in the system's folder for"
          + " caches; it can be deleted at any time."
    },
    footer = {"  mabsplan warmup", "  mabsplan warmup --rules my-pack"},
    exitCodeList = {
      "0:done, or nothing could be kept",
      "1:a fault of mabsplan itself",
      "2:arguments or a rule pack are not as they must be"
    })
final class WarmupCommand extends Subcommand implements Callable<Integer> {

  private static final String FACTS =
      """
      {
        "servers": [
          {"name": "MABS01", "role": "backupServer"},
          {"name": "FS01", "role": "protectedServer", "backupServer": "MABS01",
           "dataSources": [{"name": "D:\\\\", "type": "volume"}],
           "services": [{"name": "VSS", "startType": "disabled"}]}
        ],
        "errors": [
          {"id": 3106, "reportedBy": "MABS01", "server": "FS01", "dataSource": "D:\\\\"},
          {"text": "DPM failed to communicate with the protection agent on FS01 because access is \
      denied. (ID 42 Details: Access is denied (0x80070005))", "reportedBy": "MABS01"}
        ]
      }
      """;

  @Mixin private final PackOptions packs;

  WarmupCommand(Surroundings around) {
    super(around);
    this.packs = new PackOptions(around.environment());
  }

  @Override
  public Integer call() {
    int code = ExitCode.OK;
    for (Language language : Language.all()) {
      code = Math.max(code, plan("--lang", language.tag()));
    }
    return code == ExitCode.OK ? plan("--format", "json") : code;
  }

  /** Goes the way of every plan from its arguments on: what is not gone now, Java can't keep. */
  private int plan(String... how) {
    List<String> arguments = new ArrayList<>(List.of("plan", "-"));
    arguments.addAll(List.of(how));
    packs.folders().forEach(folder -> arguments.addAll(List.of("--rules", folder.toString())));
    packs.without().forEach(id -> arguments.addAll(List.of("--without", id)));
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    return Mabsplan.run(
        new Streams(new ByteArrayInputStream(FACTS.getBytes(UTF_8)), nowhere, around.err()),
        around.terminal(),
        around.environment(),
        arguments.toArray(String[]::new));
  }
}
