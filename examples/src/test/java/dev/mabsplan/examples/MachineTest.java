package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar, on machines that are set up otherwise, lack something or stop at the wrong moment. */
@Tag("slow")
class MachineTest {

  private static final Path JAR =
      Path.of("..", "rules", "target", "mabsplan.jar").toAbsolutePath().normalize();
  private static final Path HANDED_OVER = Path.of("handed-over").toAbsolutePath();
  private static final Path FACTS = Path.of("facts", "vss-disabled.json").toAbsolutePath();
  private static final String YESTERDAY = "the plan of yesterday\n";

  /** Errors enough for a document that is not written at one stroke. */
  private static final int MANY = 8_000;

  private static String plan;

  @TempDir static Path expected;

  @TempDir Path folder;

  @BeforeAll
  static void asItIsMeant() throws IOException, InterruptedException {
    Path file = expected.resolve("plan.txt");
    Command ran = planned(expected, file, List.of("-Duser.language=en", "-Dfile.encoding=UTF-8"));
    assertEquals(0, ran.code(), ran::err);
    plan = Files.readString(file);
  }

  private static Command planned(Path folder, Path file, List<String> options)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("-jar", JAR.toString(), "plan", HANDED_OVER.toString()));
    arguments.addAll(List.of("--lang", "en", "--ledger", "-o", file.toString()));
    return Command.java(folder, arguments);
  }

  private Command shell(String script) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Command.program(
        folder,
        List.of(
            "sh",
            "-c",
            script,
            "sh",
            java,
            JAR.toString(),
            FACTS.toString(),
            HANDED_OVER.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "tr, TR, Asia/Kathmandu, windows-1254",
    "ar, EG, Pacific/Apia, US-ASCII",
    "th, TH, America/St_Johns, windows-1252"
  })
  void thePlanIsTheSameWhateverTheLanguageTheZoneAndTheEncoding(
      String language, String country, String zone, String encoding)
      throws IOException, InterruptedException {
    Path file = folder.resolve("plan.txt");
    Command ran =
        planned(
            folder,
            file,
            List.of(
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-Duser.timezone=" + zone,
                "-Dfile.encoding=" + encoding));

    assertEquals(0, ran.code(), ran::err);
    assertEquals(plan, Files.readString(file));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void twentyFileHandlesAndNoTemporaryFolderAreEnough() throws IOException, InterruptedException {
    Command ran =
        shell(
            "ulimit -n 20 && exec \"$1\" -Djava.io.tmpdir=/not/there -jar \"$2\" plan \"$4\""
                + " --lang en --ledger -o plan.txt");

    assertEquals(0, ran.code(), ran::err);
    assertEquals(plan, Files.readString(folder.resolve("plan.txt")));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileIsClosedBeforeTheNextIsOpened() throws IOException, InterruptedException {
    for (int i = 0; i < 200; i++) {
      Files.copy(FACTS, folder.resolve("facts-" + i + ".json"));
    }
    Command ran = shell("ulimit -n 20 && exec \"$1\" -jar \"$2\" import . -o all.json");

    assertEquals(0, ran.code(), ran::err);
    assertTrue(Files.size(folder.resolve("all.json")) > 0);
  }

  /** The names are the shell's own, so that this machine need not be able to say them. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void pathsMayHaveBlanksAndLettersOfAnyLanguage() throws IOException, InterruptedException {
    Command ran =
        shell(
            "home=$(printf 's\\303\\245 h\\303\\244r') && facts=$(printf 'f\\303\\266rsta.json')"
                + " && mkdir \"$home\" && cp \"$2\" \"$home/$home.jar\""
                + " && cp \"$3\" \"$home/$facts\" && cd \"$home\" && export LC_ALL=C.UTF-8"
                + " && \"$1\" -jar \"$home.jar\" plan \"$facts\" -o \"$home.txt\""
                + " && cat \"$home.txt\"");

    assertEquals(0, ran.code(), ran::err);
    assertEquals("", ran.err());
    assertTrue(ran.out().contains("Let the Volume Shadow Copy service start"), ran::out);
  }

  @Test
  void aFileIsTheOldOneOrTheNewOneWhereverTheCommandIsKilled() throws Exception {
    Path facts = folder.resolve("many.json");
    Files.writeString(facts, many());
    Path file = folder.resolve("all.json");
    Command whole = Command.java(folder, imported(facts, file));
    assertEquals(0, whole.code(), whole::err);
    String written = Files.readString(file);

    for (int wait : new int[] {0, 1, 10}) {
      Files.writeString(file, YESTERDAY);
      killedWhileWriting(facts, file, wait);
      String found = Files.readString(file);
      assertTrue(found.equals(YESTERDAY) || found.equals(written), "half of a file");
    }
    assertEquals(0, Command.java(folder, imported(facts, file)).code());
    assertEquals(written, Files.readString(file), "what is left of the others is in nobody's way");
  }

  private static List<String> imported(Path facts, Path file) {
    return List.of("-jar", JAR.toString(), "import", facts.toString(), "-o", file.toString());
  }

  private static String many() {
    StringBuilder document = new StringBuilder("{\"errors\": [");
    for (int i = 0; i < MANY; i++) {
      document
          .append(i == 0 ? "" : ",\n")
          .append("{\"id\": 3106, \"message\": \"The replica is inconsistent, ")
          .append(i)
          .append("\"}");
    }
    return document.append("]}").toString();
  }

  /** Kills the command a moment after the first sign that it writes. */
  private void killedWhileWriting(Path facts, Path file, int milliseconds) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(imported(facts, file));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    while (process.isAlive() && !writes(process.pid())) {
      Thread.onSpinWait();
    }
    Thread.sleep(milliseconds);
    process.destroyForcibly();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertFalse(process.isAlive());
  }

  private boolean writes(long pid) throws IOException {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*." + pid + ".part")) {
      return parts.iterator().hasNext();
    }
  }
}
