package dev.mabsplan.engine.cli;

import dev.mabsplan.engine.cli.option.Ahead;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Java's second compiler, which costs two fifths of a plan's CPU when the jar is started and wins
 * nothing back in a fleet of thousands. The launcher starts Java without it; who starts the jar
 * chooses no options, so the running Java is asked, by the directive that {@code jcmd} would hand
 * over.
 */
final class SecondCompiler {

  /** The management interface of HotSpot; another virtual machine has none, nor a need of it. */
  static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";

  private static final String EXCLUDED = "[{match: \"*.*\", c2: {Exclude: true}}]";

  private SecondCompiler() {}

  /**
   * Begins to do without it, beside what else is to be done; whatever prevents it costs time only.
   */
  static void doWithout() {
    if (isThere(System.getProperty("java.vm.info", ""))) {
      FutureTask<Boolean> asked = Ahead.begin(SecondCompiler::exclude);
      // a program that ends at once leaves no file behind
      Runtime.getRuntime().addShutdownHook(new Thread(() -> Ahead.result(asked)));
    }
  }

  /** Returns whether a virtual machine that says so of itself compiles twice. */
  static boolean isThere(String info) {
    return info.startsWith("mixed mode")
        && !info.contains("emulated-client")
        && ModuleLayer.boot().findModule("jdk.management").isPresent();
  }

  /** Returns whether the virtual machine took it. */
  static boolean exclude() {
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      ObjectName commands = new ObjectName(COMMANDS);
      if (!server.isRegistered(commands)) {
        return false;
      }
      Path directives = Files.createTempFile("mabsplan-", ".json");
      try {
        Files.writeString(directives, EXCLUDED);
        server.invoke(
            commands,
            "compilerDirectivesAdd",
            new Object[] {new String[] {directives.toString()}},
            new String[] {String[].class.getName()});
        return true;
      } finally {
        Files.delete(directives);
      }
    } catch (IOException | JMException e) {
      return false;
    }
  }
}
