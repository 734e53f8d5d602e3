package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.cli.terminal.Streams;
import dev.mabsplan.engine.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans for many documents with the pack {@code tiny}, which knows one error of a tape drive. */
class FleetCommandTest {

  private static final String SILENT =
      "{\"servers\": [{\"name\": \"MABS%02d\", \"role\": \"backupServer\","
          + " \"services\": [{\"name\": \"TapeDriver\", \"state\": \"%s\"}]}],"
          + " \"errors\": [{\"id\": 4242}]}";

  @TempDir private Path folder;

  private static String stopped(int number) {
    return SILENT.formatted(number, "stopped");
  }

  private static String healthy(int number) {
    return SILENT.formatted(number, "running").replaceFirst(", \"errors.*", "}");
  }

  private static String many(int count) {
    return String.join("\n", IntStream.rangeClosed(1, count).mapToObj(n -> stopped(n)).toList())
        + "\n";
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name));
  }

  private static String withoutDocument(String line) {
    return line.replaceFirst("\\{\"document\":\\{[^}]*},", "{");
  }

  @Test
  void aLineIsThePlanOfItsDocument() throws IOException {
    String facts = file("a.json", stopped(1));
    Ran.mabsplan("fleet", facts, "-o", out("plans"), "--lang", "sv").ended(0, "");
    String plan = Ran.mabsplan("plan", facts, "-f", "json", "--lang", "sv").out();

    assertEquals(plan.replace("\n", ""), withoutDocument(lines("plans").get(0)));
  }

  @Test
  @Tag("slow")
  void manyThreadsKeepTheOrder() throws IOException {
    String facts = file("facts.ndjson", many(60));
    String one = Ran.mabsplan("fleet", facts, "--threads", "1", "--short").ended(0).out();

    assertEquals(one, Ran.mabsplan("fleet", facts, "--threads", "9", "--short").ended(0).out());
    assertEquals(60, one.lines().count());
    assertTrue(one.lines().toList().get(41).contains("\"line\":42,"));
    assertTrue(one.lines().toList().get(41).contains("\"key\":\"mabs42\""));
  }

  @Test
  void standardInputIsReadToo() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Mabsplan.run(
            new Streams(
                new ByteArrayInputStream(many(3).getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            new Terminal(false, 80, StandardCharsets.UTF_8, true),
            Map.of(),
            "fleet",
            "-",
            "--short");

    assertEquals(0, code);
    assertEquals(3, out.toString(StandardCharsets.UTF_8).lines().count());
    // somebody watches, and the line of progress is taken away in the end
    assertTrue(err.toString(StandardCharsets.UTF_8).endsWith("\r\u001b[K"));
  }

  @Test
  void aBrokenDocumentSaysSoInItsPlaceAndTheRestGoesOn() throws IOException {
    String facts =
        file("facts.ndjson", stopped(1) + "\n\n{\"servers\": 1, \"x\": 2}\n{\n" + stopped(2));
    Ran ran =
        Ran.mabsplan("fleet", facts, "--short")
            .ended(3)
            .says("2 of 4 documents have no plan; the line of each says why");
    List<String> lines = ran.out().lines().toList();

    assertEquals(4, lines.size());
    assertTrue(lines.get(1).contains("\"line\":3,"), lines.get(1));
    assertTrue(lines.get(1).contains("\"error\":\"" + facts + ":3:"), lines.get(1));
    assertTrue(lines.get(1).contains("; 1 more\",\"faults\":[{\"expected\""), lines.get(1));
    assertTrue(lines.get(2).contains("\"error\":\"" + facts + ":4:"), lines.get(2));
    assertTrue(lines.get(3).contains("\"line\":5,"), lines.get(3));
  }

  @Test
  @Tag("slow")
  void anInterruptedRunGoesOnWithTheSameBytes() throws IOException {
    String broken = many(4) + "nonsense\n" + many(9).substring(many(4).length());
    String facts = file("facts.ndjson", broken);
    Ran whole = Ran.mabsplan("fleet", facts, "--short", "-o", out("whole"), "--summary", "json");
    String bytes = Files.readString(folder.resolve("whole"));
    for (int cut : new int[] {0, 1, 700, bytes.indexOf('\n') + 1, bytes.length() - 1}) {
      file("part", bytes.substring(0, Math.min(cut, bytes.length())));
      Ran ran =
          Ran.mabsplan(
                  "fleet", facts, "--short", "-o", out("part"), "--continue", "--summary", "json")
              .ended(3);

      assertEquals(bytes, Files.readString(folder.resolve("part")));
      assertEquals(whole.out(), ran.out());
    }
    Ran.mabsplan("fleet", facts, "--short", "-o", out("none"), "--continue").ended(3);
    assertEquals(bytes, Files.readString(folder.resolve("none")));
    // all is done: the broken line is counted again, and nothing is written
    Ran.mabsplan("fleet", facts, "--short", "-o", out("none"), "--continue").ended(3);
    assertEquals(bytes, Files.readString(folder.resolve("none")));
  }

  @Test
  void whatDoesNotFitIsNotContinued() throws IOException {
    String facts = file("facts.ndjson", many(3));
    Ran.mabsplan("fleet", facts, "--short", "-o", out("plans")).ended(0);
    String before = Files.readString(folder.resolve("plans"));

    Ran.mabsplan(
            "fleet",
            file("b", many(3).replace("MABS02", "MABS20")),
            "--short",
            "-o",
            out("plans"),
            "--continue")
        .refused("line 2 of", "is for another document than number 2");
    Ran.mabsplan("fleet", file("b", many(2)), "--short", "-o", out("plans"), "--continue")
        .refused("line 3 of", "has no document in the input");
    Ran.mabsplan("fleet", facts, "-o", out("plans"), "--continue")
        .refused("line 1 of", "was made with other options");
    Ran.mabsplan("fleet", facts, "-o", file("other", "a\n"), "--continue")
        .refused("line 1 of", "is none that mabsplan fleet wrote");
    Ran.mabsplan("fleet", facts, "--continue").refused("--continue goes with -o");
    assertEquals(before, Files.readString(folder.resolve("plans")));
  }

  @Test
  @Tag("slow")
  void aLineSaysWhatChangedSinceThePlansBefore() throws IOException {
    Ran.mabsplan("fleet", file("a", many(3)), "-o", out("before")).ended(0);
    String now = stopped(1) + "\n" + healthy(2) + "\n" + healthy(7) + "\n";
    Ran ran =
        Ran.mabsplan(
                "fleet",
                file("b", now),
                "--previous",
                out("before"),
                "-o",
                out("after"),
                "--summary",
                "text")
            .ended(0)
            .says("Since the plans before: 1 problems solved, 0 new");

    assertTrue(lines("after").get(0).contains("\"since\":{},"), ran.out());
    assertTrue(
        lines("after").get(1).contains("\"since\":{\"solved\":[{\"id\":\"tape/silent\""),
        lines("after").get(1));
    assertFalse(lines("after").get(2).contains("\"since\""), lines("after").get(2));

    Ran.mabsplan("fleet", file("c", many(3)), "--short", "--previous", out("after"))
        .ended(0)
        .says("\"since\":{\"new\":[{\"id\":\"tape/silent\"");
    Ran.mabsplan("fleet", file("c", many(3)), "--previous", file("d", "{}\n"))
        .refused("--previous takes what mabsplan fleet wrote; line 1 of");
    Ran.mabsplan("fleet", file("c", many(3)), "--previous", out("nowhere"))
        .refused("--previous: can't read");
  }

  @Test
  void whatWasPlannedForBeforeInShortIsTheSameAsPlannedAnew() throws IOException {
    String facts = file("facts.ndjson", many(40));
    Ran.mabsplan("fleet", facts, "-o", out("before")).ended(0);
    Ran.mabsplan("fleet", facts, "--short", "-o", out("plain")).ended(0);
    Ran.mabsplan("fleet", facts, "--short", "-o", out("again"), "--previous", out("before"))
        .ended(0);

    assertEquals(
        lines("plain").stream().map(FleetCommandTest::withoutDocument).toList(),
        lines("again").stream()
            .map(FleetCommandTest::withoutDocument)
            .map(line -> line.replace("\"since\":{},", ""))
            .toList());
  }

  @Test
  void theSummarySaysWhatToMendFirst() throws IOException {
    String facts = file("facts.ndjson", many(8) + healthy(8));

    Ran.mabsplan("fleet", facts, "--summary", "text")
        .ended(
            0,
            """
            9 documents: 8 with problems, 0 broken
            The last of several documents about the same servers counts: 8 in all

            What to mend first
              Start the driver of the tape drive (MABS01): 1 min, helps 1 server
                  tape/start-driver
                  also on MABS02, MABS03, MABS04, MABS05, MABS06 and 1 more

            What may help, after a look
              Change the cable of the tape drive (MABS01): 5 min, helps 1 server
                  tape/change-cable
                  also on MABS02, MABS03, MABS04, MABS05, MABS06 and 1 more
            """);
    Ran.mabsplan("fleet", facts, "--summary", "json")
        .ended(0)
        .says("\"documents\": 9", "\"steps\": 14", "\"step\": \"tape/start-driver@mabs01\"");
    Ran.mabsplan("fleet", facts, "--summary", "text", "--lang", "sv")
        .says("Det här åtgärdas först");
  }

  @Test
  void aFolderHoldsADocumentAFileAndAServerAFolder() throws IOException {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.writeString(in.resolve("b.json"), stopped(2));
    Files.writeString(in.resolve("a.JSON"), stopped(1));
    Files.writeString(in.resolve("readme.txt"), "nothing");
    Path server = Files.createDirectory(in.resolve("c"));
    Files.writeString(server.resolve("facts.json"), stopped(3));
    Files.writeString(in.resolve("d.zip"), "no archive");
    List<String> lines =
        Ran.mabsplan("fleet", in.toString(), "--short").ended(3).out().lines().toList();

    assertEquals(4, lines.size());
    assertTrue(lines.get(0).contains("\"line\":1,\"name\":\"a.JSON\","), lines.get(0));
    assertTrue(lines.get(1).contains("\"name\":\"b.json\","), lines.get(1));
    assertTrue(lines.get(2).contains("\"key\":\"mabs03\""), lines.get(2));
    assertTrue(lines.get(3).contains("\"name\":\"d.zip\"") && lines.get(3).contains("\"error\""));
    Ran.mabsplan("fleet", server.resolve("..").resolve("c").toString(), "-o", out("plans"))
        .ended(0);
    Ran.mabsplan("fleet", Files.createDirectory(folder.resolve("void")).toString())
        .refused("there is none in");
  }

  @Test
  void whatMakesNoSenseIsRefused() throws IOException {
    String facts = file("facts.ndjson", many(1));

    Ran.mabsplan("fleet").refused("PATH");
    Ran.mabsplan("fleet", out("nowhere")).refused("can't read", "nowhere");
    Ran.mabsplan("fleet", facts, "--threads", "0").refused("--threads takes 1 to 1024; found 0");
    Ran.mabsplan("fleet", facts, "--summary", "html").refused("--summary takes text or json");
    Ran.mabsplan("fleet", facts, "-o", facts).refused("-o names a file that is read");
    assertEquals(many(1), Files.readString(Path.of(facts)));
  }
}
