package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.cli.Mabsplan;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What came of the command, run as a person runs it: in a program and a folder of its own.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Command(int code, String out, String err) {

  private static final long MINUTES = 2;

  /**
   * Runs the command.
   *
   * @param folder where
   * @param more what is on the class path beside mabsplan
   */
  static Command run(Path folder, List<Path> more, String... args)
      throws IOException, InterruptedException {
    List<String> java = new ArrayList<>(List.of("-cp", classPath(more), Mabsplan.class.getName()));
    java.addAll(List.of(args));
    return java(folder, java);
  }

  /**
   * Runs the command with answers that come through a pipe.
   *
   * @param folder where
   * @param answers what it reads
   */
  static Command answered(Path folder, String answers, String... args)
      throws IOException, InterruptedException {
    Path in = Files.writeString(Files.createTempFile("mabsplan", ".in"), answers);
    try {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  classPath(List.of()),
                  Mabsplan.class.getName()));
      command.addAll(List.of(args));
      return program(folder, command, Optional.of(in));
    } finally {
      Files.delete(in);
    }
  }

  /**
   * Runs any program.
   *
   * @param folder where
   * @param arguments what Java itself is told
   */
  static Command java(Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    return program(folder, command);
  }

  /**
   * Runs any program, with no more of a surrounding than a locale.
   *
   * @param folder where
   * @param command the program and its arguments
   */
  static Command program(Path folder, List<String> command)
      throws IOException, InterruptedException {
    return program(folder, command, Optional.empty());
  }

  private static Command program(Path folder, List<String> command, Optional<Path> in)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("mabsplan", ".out");
    Path err = Files.createTempFile("mabsplan", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toAbsolutePath().toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      in.map(Path::toFile).ifPresent(builder::redirectInput);
      Map<String, String> environment = builder.environment();
      List.of("COLUMNS", "CI", "JAVA_TOOL_OPTIONS").forEach(environment::remove);
      Process process = builder.start();
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      process.destroyForcibly();
      assertTrue(ended, () -> String.join(" ", command) + " did not end");
      return new Command(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String classPath(List<Path> more) {
    return more.stream().map(path -> path + File.pathSeparator).collect(Collectors.joining())
        + System.getProperty("java.class.path");
  }
}
