package dev.mabsplan.engine.cli.serve;

import dev.mabsplan.engine.cli.option.LanguageOption;
import dev.mabsplan.engine.cli.option.SiteOptions;
import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.pack.Language;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves plans on this machine. */
@Command(
    name = "serve",
    description =
        "Serves a page to this machine: paste an error or drop files, get the plan, say what came"
            + " of a step, and get it anew; and beside it an interface for programs. Prints its"
            + " address, which holds a token; nothing leaves the machine, and nothing is kept."
            + " Ctrl-C ends it.",
    exitCodeList = {
      "1:a fault of mabsplan itself",
      "2:arguments or a rule pack are not as they must be, or the port is taken",
      "130, 143:it was ended, by Ctrl-C or SIGTERM"
    },
    footer = {"  mabsplan serve", "  mabsplan serve --port 8765 --lang sv"})
public final class ServeCommand extends Subcommand implements Callable<Integer> {

  private static final int TOKEN_BYTES = 24;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port, on 127.0.0.1; 0 for any that is free (default: ${DEFAULT-VALUE}).",
      defaultValue = "0")
  private int port;

  @Mixin private final LanguageOption lang = new LanguageOption();

  @Mixin private final SiteOptions packs;

  public ServeCommand(Surroundings around) {
    super(around);
    this.packs = new SiteOptions(around.environment());
  }

  @Override
  public Integer call() throws InterruptedException {
    Language language = lang.language();
    if (port < 0 || port > 65_535) {
      throw new InputException("--port takes a number from 0 to 65535; found \"" + port + "\"");
    }
    // who sends a request byte by byte holds no connection for long
    System.setProperty("sun.net.httpserver.maxReqTime", "60");
    System.setProperty("sun.net.httpserver.maxRspTime", "60");
    // an answer goes out at once, and does not wait until the one before it is acknowledged
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try (PlanServer server = PlanServer.start(packs.planner(), language, port, token())) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "mabsplan-stop"));
      around.out().println(server.page());
      around.out().flush();
      new CountDownLatch(1).await();
    } catch (IOException e) {
      throw new InputException(
          "can't serve on port " + port + ": " + e.getMessage() + "; --port 0 takes any");
    }
    return ExitCode.OK;
  }

  private static String token() {
    byte[] token = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(token);
    return HexFormat.of().formatHex(token);
  }
}
