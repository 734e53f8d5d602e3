package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.cli.terminal.Streams;
import dev.mabsplan.engine.cli.terminal.Terminal;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.facts.document.FactsDocument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the command with the pack {@code tiny}, which knows one error of a tape drive. */
class MabsplanTest {

  private static final Terminal PIPE = new Terminal(false, 80, StandardCharsets.UTF_8);
  private static final Terminal WINDOW = new Terminal(true, 80, StandardCharsets.UTF_8);

  private static final String SILENT = "{\"errors\": [{\"id\": 4242}]}";
  private static final String SILENT_AND_UNKNOWN =
      "{\"errors\": [{\"id\": 4242}, {\"id\": 9999, \"message\": \"Something else\"}]}";
  private static final String NOTHING_KNOWN = "{}";
  private static final String HEALTHY =
      "{\"servers\": [{\"name\": \"MABS01\", \"role\": \"backupServer\","
          + " \"services\": [{\"name\": \"TapeDriver\", \"state\": \"running\"}]}]}";

  @TempDir private Path folder;

  /** What came of a run. */
  private record Outcome(int code, String out, String err) {

    /** Asserts that the input was refused: nothing on standard output, no trace. */
    Outcome refused() {
      assertEquals(2, code, err);
      assertEquals("", out);
      assertFalse(err.isBlank());
      assertFalse(err.contains("\tat ") || err.contains("Exception"), err);
      return this;
    }

    void says(String... parts) {
      for (String part : parts) {
        assertTrue(err.contains(part), err);
      }
    }
  }

  private static Outcome run(
      String in, Terminal terminal, Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Mabsplan.run(
            new Streams(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            terminal,
            environment,
            args);
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Outcome run(String... args) {
    return run("", PIPE, Map.of(), args);
  }

  private static Outcome reading(String in, String... args) {
    return run(in, PIPE, Map.of(), args);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** Copies the pack {@code tiny} as a pack of another id and topic. */
  private Path copyOfThePack() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("own"));
    Files.createDirectory(copy.resolve("disk"));
    for (String name :
        List.of(
            "pack.yaml",
            "words.en.yaml",
            "words.sv.yaml",
            "tape/topic.yaml",
            "tape/probes.yaml",
            "tape/rules.drl",
            "tape/words.en.yaml",
            "tape/words.sv.yaml")) {
      try (var in = MabsplanTest.class.getResourceAsStream("/tiny/" + name)) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        Files.writeString(
            copy.resolve(name.replace("tape/", "disk/")),
            text.replace("tape/", "disk/")
                .replace("tiny.tape", "own.disk")
                .replace("id: tiny", "id: own")
                .replace("4242", "5353")
                .replace("Get-Service -Name", "Get-Service")
                .replace("Get-TapeAlert", "Get-DiskAlert")
                .replace("tape drive", "disk")
                .replace("any of the questions", "a single question")
                .replace("någon av frågorna", "en enda fråga")
                .replace("rule \"", "rule \"own-")
                .replace("  driver-", "  own-driver-")
                .replace("  silent: The", "  own-silent: The")
                .replace("  silent: Enheten", "  own-silent: Enheten"));
      }
    }
    return copy;
  }

  private static void replace(Path file, String text, String other) throws IOException {
    Files.writeString(file, Files.readString(file).replace(text, other));
  }

  @Nested
  class ExitCodes {

    @ParameterizedTest
    @ValueSource(strings = {SILENT, SILENT_AND_UNKNOWN, NOTHING_KNOWN, HEALTHY})
    void aPlanThatWasMadeIsZeroWhateverIsInIt(String facts) {
      assertEquals(0, reading(facts, "plan", "-").code());
    }

    @Test
    void anErrorThatNobodyExplainsComesBeforeSteps() {
      assertEquals(12, reading(SILENT_AND_UNKNOWN, "plan", "-", "--detailed-exitcode").code());
    }

    @Test
    void stepsComeBeforeQuestions() {
      Outcome outcome = reading(SILENT, "plan", "-", "--detailed-exitcode");

      assertEquals(10, outcome.code());
      assertTrue(outcome.out().contains("Get-Service -Name TapeDriver"), outcome.out());
    }

    @Test
    void questionsAloneAreTold() {
      assertEquals(11, reading(NOTHING_KNOWN, "plan", "-", "--detailed-exitcode").code());
    }

    @Test
    void nothingToDoIsZero() {
      assertEquals(0, reading(HEALTHY, "plan", "-", "--detailed-exitcode").code());
    }

    @Test
    void badInputIsTwoWithADetailedExitCodeToo() {
      reading("{", "plan", "-", "--detailed-exitcode").refused();
    }

    @Test
    void aFaultOfOurOwnIsOneAndComesWithItsTrace() {
      PrintStream broken =
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void print(String text) {
              throw new IllegalStateException("broken");
            }
          };
      ByteArrayOutputStream err = new ByteArrayOutputStream();

      int code =
          Mabsplan.run(
              new Streams(
                  new ByteArrayInputStream(SILENT.getBytes(StandardCharsets.UTF_8)),
                  broken,
                  new PrintStream(err, true, StandardCharsets.UTF_8)),
              PIPE,
              Map.of(),
              "plan",
              "-");

      assertEquals(1, code);
      assertTrue(err.toString(StandardCharsets.UTF_8).contains("\tat "));
    }
  }

  @Nested
  class Input {

    @Test
    void aFileIsRead() throws IOException {
      assertTrue(run("plan", file("facts.json", SILENT)).out().contains("Change the cable"));
    }

    @Test
    void aDashReadsFactsFromStandardInput() {
      assertTrue(reading(SILENT, "plan", "-").out().contains("Change the cable"));
    }

    @Test
    void aTextIsTakenFromTheArguments() {
      assertTrue(
          run("plan", "--text", "The backup failed (ID 4242)").out().contains("Change the cable"));
    }

    @Test
    void aTextOfADashIsReadFromStandardInput() {
      assertTrue(
          reading("The backup failed\n(ID: 4242)\n", "plan", "--text", "-")
              .out()
              .contains("Change the cable"));
    }

    @Test
    void aTextStandsBesideTheFactsOfAFile() throws IOException {
      String facts = HEALTHY.replace("running", "stopped");

      String out = run("plan", file("facts.json", facts), "--text", "It failed (ID 4242)").out();

      assertTrue(out.contains("Change the cable"), out);
      assertTrue(out.contains("The tape driver on MABS01 is stopped"), out);
    }

    @Test
    void aTextOfADashStandsBesideTheFactsOfAFile() throws IOException {
      String out =
          run("ID 4242", PIPE, Map.of(), "plan", file("facts.json", HEALTHY), "--text", "-").out();

      assertTrue(out.contains("Change the cable"), out);
      assertTrue(out.contains("The tape driver on MABS01 runs"), out);
    }

    @Test
    void aTextMayHoldLettersOfAnyLanguage() {
      assertTrue(
          reading("Säkerhetskopian på räksmörgås misslyckades", "plan", "--text", "-")
              .out()
              .contains("räksmörgås"));
    }
  }

  @Nested
  class Output {

    @Test
    void aFileTakesThePlanInUtf8AndStandardOutputNothing() throws IOException {
      Path output = folder.resolve("plan.txt");

      Outcome outcome = reading(SILENT, "plan", "-", "--lang", "sv", "-o", output.toString());

      assertEquals(0, outcome.code());
      assertEquals("", outcome.out());
      assertEquals("", outcome.err());
      assertTrue(
          Files.readString(output, StandardCharsets.UTF_8).contains("Säkerhetskopiera igen"));
    }

    @Test
    void aFileHasNoBold() throws IOException {
      Path output = folder.resolve("plan.txt");

      run(SILENT, WINDOW, Map.of(), "plan", "-", "-o", output.toString());

      assertFalse(Files.readString(output).contains("\u001b"));
    }

    @Test
    void standardOutputIsWrittenInItsCharset() throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (PrintStream latin = new PrintStream(out, true, StandardCharsets.ISO_8859_1)) {
        Mabsplan.run(
            new Streams(
                new ByteArrayInputStream(SILENT.getBytes(StandardCharsets.UTF_8)),
                latin,
                System.err),
            new Terminal(true, 80, StandardCharsets.ISO_8859_1),
            Map.of(),
            "plan",
            "-",
            "--lang",
            "sv");
      }

      assertTrue(out.toString(StandardCharsets.ISO_8859_1).contains("Säkerhetskopiera igen"));
    }

    @Test
    void aPlanIsEnglishUnlessAskedOtherwise() {
      assertTrue(reading(SILENT, "plan", "-").out().contains("Back up again"));
      assertTrue(
          reading(SILENT, "plan", "-", "--lang", "sv").out().contains("Säkerhetskopiera igen"));
    }

    @Test
    void jsonIsTheDocumentAndNothingElse() {
      Outcome outcome = reading(SILENT, "plan", "-", "-f", "json");

      assertTrue(outcome.out().startsWith("{\n\"$schema\""), outcome.out());
      assertTrue(outcome.out().endsWith("}\n"), outcome.out());
      assertEquals("", outcome.err());
    }

    @Test
    void theLedgerIsWrittenWhereAsked() {
      assertTrue(reading(SILENT, "plan", "-", "--ledger").out().contains("Only trying tells."));
      assertFalse(reading(SILENT, "plan", "-").out().contains("Only trying tells."));
    }

    @Test
    void theLedgerIsWrittenAsJsonWhereAsked() {
      String asked = reading(SILENT, "plan", "-", "-f", "json", "--ledger").out();

      assertTrue(asked.contains("\"ledger\":[\"Only trying tells.\""), asked);
      assertFalse(reading(SILENT, "plan", "-", "-f", "json").out().contains("\"ledger\""));
    }

    @Test
    void whatFitsIsTheSameWhereAllIsAskedFor() {
      String out = reading(SILENT, "plan", "-", "--all").out();

      assertTrue(out.startsWith(reading(SILENT, "plan", "-").out().substring(0, 200)), out);
    }

    @Test
    void theSameFactsGiveTheSameBytes() {
      assertEquals(
          reading(SILENT_AND_UNKNOWN, "plan", "-", "-f", "json").out(),
          reading(SILENT_AND_UNKNOWN, "plan", "-", "-f", "json").out());
    }
  }

  @Nested
  class Terminals {

    private static Stream<Arguments> plain() {
      return Stream.of(
          Arguments.of("a pipe", PIPE, Map.of()),
          Arguments.of("NO_COLOR", WINDOW, Map.of("NO_COLOR", "1")),
          Arguments.of("a dumb terminal", WINDOW, Map.of("TERM", "dumb")));
    }

    @Test
    void aWindowShowsTitlesInBold() {
      assertTrue(run(SILENT, WINDOW, Map.of(), "plan", "-").out().contains("\u001b[1m"));
    }

    @Test
    void anEmptyNoColorMeansNothing() {
      assertTrue(
          run(SILENT, WINDOW, Map.of("NO_COLOR", ""), "plan", "-").out().contains("\u001b[1m"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plain")
    void nothingIsBoldIn(String where, Terminal terminal, Map<String, String> environment) {
      assertFalse(run(SILENT, terminal, environment, "plan", "-").out().contains("\u001b"), where);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plain")
    void helpIsNotBoldIn(String where, Terminal terminal, Map<String, String> environment) {
      assertFalse(
          run(SILENT, terminal, environment, "plan", "--help").out().contains("\u001b"), where);
    }

    @Test
    void markdownAndHtmlAreTheDocumentAndNothingElse() {
      String markdown = reading(SILENT, "plan", "-", "-f", "markdown").out();
      String html = reading(SILENT, "plan", "-", "-f", "html", "--lang", "sv").out();

      assertTrue(markdown.startsWith("# Remediation plan\n"), markdown);
      assertTrue(markdown.contains("2. [ ] **Change the cable of the tape drive** (try"), markdown);
      assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"sv\">\n"), html);
      assertTrue(html.endsWith("</html>\n"), html);
    }

    @Test
    void shortLeavesTheChartAway() {
      String brief = reading(SILENT, "plan", "-", "-f", "markdown", "--short").out();

      assertTrue(brief.contains("Change the cable"), brief);
      assertFalse(brief.contains("mermaid"), brief);
    }

    @Test
    void shortAndAllAreNotAskedForAtOnce() {
      reading(SILENT, "plan", "-", "-f", "markdown", "--short", "--all")
          .refused()
          .says("--short", "--all");
    }

    @Test
    void jsonIsNeverBold() {
      assertFalse(
          run(SILENT, WINDOW, Map.of(), "plan", "-", "-f", "json").out().contains("\u001b"));
    }

    @Test
    void aPlanKeepsToTheColumnsOfTheTerminal() {
      Terminal narrow = new Terminal(true, 40, StandardCharsets.UTF_8);

      List<String> tooLong = new ArrayList<>();
      run(SILENT, narrow, Map.of("NO_COLOR", "1"), "plan", "-")
          .out()
          .lines()
          .filter(line -> line.length() > 40)
          .forEach(tooLong::add);

      assertEquals(List.of(), tooLong);
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "100, 100", "240, 100", "0, 80", "-1, 80", "wide, 80", "'', 80"})
    void columnsAreTakenFromTheEnvironmentUpToAHundred(String columns, int width) {
      assertEquals(width, Terminal.columns(Map.of("COLUMNS", columns)));
    }

    @Test
    void columnsAreEightyWhereNobodySays() {
      assertEquals(80, Terminal.columns(Map.of()));
    }
  }

  @Nested
  class Refusals {

    @Test
    void nothingToPlanForIsToldWhatCouldBeGiven() {
      run("plan")
          .refused()
          .says("files, folders or ZIP archives", "standard input", "--text", "--help");
    }

    @Test
    void noCommandIsToldWhichThereAre() {
      run().refused().says("plan", "schema");
    }

    @Test
    void anUnknownCommandIsNamed() {
      run("plot").refused().says("plot");
    }

    @Test
    void anUnknownOptionIsNamed() {
      run("plan", "-", "--colour").refused().says("--colour");
    }

    @Test
    void anUnknownLanguageIsToldWhichThereAre() {
      reading(SILENT, "plan", "-", "--lang", "de").refused().says("en or sv", "\"de\"");
    }

    @Test
    void anUnknownFormatIsToldWhichThereAre() {
      reading(SILENT, "plan", "-", "-f", "yaml")
          .refused()
          .says("text", "json", "markdown", "html", "yaml");
    }

    @Test
    void aMissingFileIsNamed() {
      String missing = folder.resolve("facts.json").toString();

      run("plan", missing).refused().says(missing, "no such file");
    }

    @Test
    void anEmptyFolderIsNamed() {
      run("plan", folder.toString()).refused().says(folder.toString(), "found none in it");
    }

    @Test
    void whatIsNotJsonIsToldWithItsPlace() throws IOException {
      run("plan", file("facts.json", "{\"errors\": [}")).refused().says("facts.json:1:");
    }

    @Test
    void allFaultsOfADocumentAreToldAtOnce() {
      reading("{\"error\": [], \"attempts\": [{}]}", "plan", "-")
          .refused()
          .says("standard input:1:", "\"error\"", "remedy", "faults");
    }

    @Test
    void anAttemptAtAnUnknownRemedyIsToldTheNearest() {
      reading(
              "{\"attempts\": [{\"remedy\": \"tape/change-cabel\", \"outcome\": \"failed\"}]}",
              "plan",
              "-")
          .refused()
          .says("did you mean \"tape/change-cable\"?");
    }

    @Test
    void whatAFaultQuotesSteersNoTerminal() {
      Outcome outcome = reading("{\"\\u001b[31mred\": 1}", "plan", "-").refused();

      assertFalse(outcome.err().contains("\u001b"), outcome.err());
    }

    @Test
    void standardInputIsNotReadTwice() {
      reading(SILENT, "plan", "-", "--text", "-").refused().says("not both");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t "})
    void aTextWithoutAWordIsNone(String text) {
      run("plan", "--text", text).refused().says("--text");
      reading(text, "plan", "--text", "-").refused().says("--text");
    }

    @Test
    void anOutputThatCannotBeWrittenIsNamed() throws IOException {
      String output = file("a-file", "") + "/plan.txt";

      reading(SILENT, "plan", "-", "-o", output).refused().says(output);
    }

    @Test
    void theFoldersOfAnOutputAreMade() {
      Path output = folder.resolve("new/folder/plan.txt");
      assertEquals(0, reading(SILENT, "plan", "-", "-o", output.toString()).code());
      assertTrue(Files.isRegularFile(output));
    }

    @Test
    void anOutputThatIsADirectoryIsNamed() {
      reading(SILENT, "plan", "-", "-o", folder.toString()).refused().says(folder.toString());
    }

    @Test
    void aFaultIsToldWithoutATraceInAnEmptyFile() throws IOException {
      run("plan", file("facts.json", "")).refused().says("facts.json");
    }
  }

  @Nested
  class Packs {

    @Test
    void aPackOfOnesOwnStandsBesideTheOthers() throws IOException {
      String rules = copyOfThePack().toString();
      String both = "{\"errors\": [{\"id\": 4242}, {\"id\": 5353}]}";

      Outcome outcome = reading(both, "plan", "-", "-f", "json", "--rules", rules);

      assertEquals("", outcome.err());
      assertTrue(outcome.out().contains("\"tape/change-cable\""), outcome.out());
      assertTrue(outcome.out().contains("\"disk/change-cable\""), outcome.out());
    }

    @Test
    void aPackCanBeDoneWithout() throws IOException {
      String rules = copyOfThePack().toString();
      String both = "{\"errors\": [{\"id\": 4242}, {\"id\": 5353}]}";

      Outcome outcome =
          reading(both, "plan", "-", "-f", "json", "--rules", rules, "--without", "tiny");

      assertEquals("", outcome.err());
      assertFalse(outcome.out().contains("\"tape/change-cable\""), outcome.out());
      assertTrue(outcome.out().contains("\"disk/change-cable\""), outcome.out());
    }

    @Test
    void aFileThatIsReadIsNotWrittenOver() throws IOException {
      Path facts = Files.writeString(folder.resolve("facts.json"), SILENT);

      run("plan", facts.toString(), "-o", facts.toString()).refused().says("-o", facts.toString());
      assertEquals(SILENT, Files.readString(facts));
    }

    @Test
    void aPastedErrorIsOfTheServerThatIsNamed() {
      Outcome outcome =
          run("plan", "--text", "Error 4242", "--server", "FS09:protectedServer", "-f", "json");

      assertTrue(outcome.out().contains("FS09"), outcome.out());
    }

    @Test
    void aRemedyIsAlsoMeantByItsTitle() {
      reading(
              "{\"errors\": [{\"id\": 4242}], \"attempts\": [{\"remedy\": \"change the cable of the"
                  + " tape drive\", \"outcome\": \"failed\"}]}",
              "plan",
              "-")
          .refused()
          .says("did you mean \"tape/change-cable\"?");
    }

    @Test
    void aPackToDoWithoutThatIsNotThereIsTold() {
      reading(SILENT, "plan", "-", "--without", "tinny")
          .refused()
          .says("--without", "tinny", "tiny");
    }

    @Test
    void aFolderWithoutAPackIsToldWhatItNeeds() {
      reading(SILENT, "plan", "-", "--rules", folder.toString())
          .refused()
          .says("pack.yaml", folder.toString());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
      String missing = folder.resolve("rules").toString();

      reading(SILENT, "plan", "-", "--rules", missing).refused().says("pack.yaml", missing);
    }

    @Test
    void allFaultsOfTheFormAreToldAtOnce() throws IOException {
      Path pack = copyOfThePack();
      replace(pack.resolve("disk/topic.yaml"), "likelihood: likely", "likelihood: certain");
      replace(pack.resolve("disk/topic.yaml"), "effort: instant", "effort: none");

      reading(SILENT, "plan", "-", "--rules", pack.toString())
          .refused()
          .says("topic.yaml", "\"certain\"", "very-likely", "\"none\"", "instant", "faults");
    }

    @Test
    void allFaultsOfTheRulesAreToldAtOnce() throws IOException {
      Path pack = copyOfThePack();
      replace(
          pack.resolve("disk/rules.drl"), "rule \"own-silent\"", "rule \"own-silent\" salience 10");
      replace(pack.resolve("disk/rules.drl"), "disk/start-driver", "disk/start-drivr");

      reading(SILENT, "plan", "-", "--rules", pack.toString())
          .refused()
          .says("rules.drl", "salience", "disk/start-drivr", "faults");
    }

    @Test
    void aRuleThatDoesNotCompileIsToldWithItsPlace() throws IOException {
      Path pack = copyOfThePack();
      replace(pack.resolve("disk/rules.drl"), "$server : server, name", "$server : sever, name");

      reading(SILENT, "plan", "-", "--rules", pack.toString()).refused().says("rules.drl", "sever");
    }

    @Test
    void aPackWhoseIdIsTakenIsRefused() throws IOException {
      Path pack = copyOfThePack();
      replace(pack.resolve("pack.yaml"), "id: own", "id: tiny");

      reading(SILENT, "plan", "-", "--rules", pack.toString()).refused().says("\"tiny\" twice");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
      Path pack = copyOfThePack();
      Files.write(
          pack.resolve("disk/words.sv.yaml"),
          "entries: {TAPE-01: räksmörgås}\n".getBytes(StandardCharsets.ISO_8859_1));

      reading(SILENT, "plan", "-", "--rules", pack.toString()).refused().says("words.sv.yaml");
    }
  }

  @Nested
  class HelpAndSchemas {

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpNamesTheCommands(String help) {
      Outcome outcome = run(help);

      assertEquals(0, outcome.code());
      assertEquals("", outcome.err());
      assertTrue(outcome.out().contains("plan"), outcome.out());
      assertTrue(outcome.out().contains("schema"), outcome.out());
    }

    @Test
    void helpOfAPlanTellsOptionsAndExitCodes() {
      Outcome outcome = run("plan", "--help");

      assertEquals(0, outcome.code());
      for (String said :
          List.of(
              "--text",
              "--format",
              "--lang",
              "--rules",
              "a plan was made",
              "an error is unexplained",
              "there are steps",
              "there are only questions")) {
        assertTrue(outcome.out().contains(said), outcome.out());
      }
    }

    @Test
    void versionTellsTheProgramThePacksAndJava() {
      Outcome outcome = run("--version");

      assertEquals(0, outcome.code());
      assertTrue(
          outcome
              .out()
              .matches("mabsplan .*\\Rrule pack tiny 1\\.2\\.3 \\([0-9a-f]{12}\\)\\RJava .*\\R"),
          outcome.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "schema"})
    void everyCommandTellsTheVersionOrKnowsNoSuchOption(String command) {
      Outcome outcome = run(command, "--version");

      assertTrue(outcome.code() == 2 || outcome.out().startsWith("mabsplan "), outcome.out());
    }

    @Test
    void theSchemaOfFactsIsPrinted() {
      assertEquals(new Outcome(0, FactsDocument.schema(), ""), run("schema", "facts"));
    }

    @Test
    void theSchemaOfAPlanIsPrinted() {
      assertEquals(new Outcome(0, PlanJson.schema(), ""), run("schema", "plan"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"diff", "explain", "why-not", "questions"})
    void theSchemasOfWhatIsSaidAboutAPlanArePrinted(String document) {
      Outcome outcome = run("schema", document);

      assertEquals(0, outcome.code());
      assertTrue(
          outcome.out().contains("https://mabsplan.dev/schema/" + document + ".v1."),
          outcome.out());
    }

    @Test
    void aSchemaOfSomethingElseIsRefused() {
      run("schema", "rules").refused().says("facts", "plan", "rules");
    }

    @Test
    void aSchemaOfNothingIsRefused() {
      run("schema").refused().says("DOCUMENT");
    }
  }
}
