package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site's own say, what it learns, and what it may know before rules go live. */
class SiteTest {

  private static final String SILENT = "{\"errors\": [{\"id\": 4242}]}";

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Nested
  class Say {

    @Test
    void actsAndIsNamedInThePlan() throws IOException {
      String site =
          file(
              "site.yaml",
              """
              site: contoso
              servers: {backupServer: DPM7}
              waivers:
                - {problem: tape/silent, until: 2999-12-31, because: CHG-77}
              """);

      Ran.mabsplan("plan", file("a.json", SILENT), "--site", site)
          .ended(0)
          .says("By the site file contoso", "tape/silent (DPM7). CHG-77", "Nothing is known");
    }

    @Test
    void thatIsWrongIsSaidWithItsPlace() throws IOException {
      Ran.mabsplan(
              "plan",
              file("a.json", SILENT),
              "--site",
              file("site.yaml", "site: a\nrulesOff:\n  tape/silnt: {because: x}\n"))
          .refused(
              "site.yaml:3:15, /rulesOff/tape/silnt",
              "did you mean \"tape/silent\"?",
              "the site file can't be used");
    }

    @Test
    void thatIsNotThereIsSaid() throws IOException {
      Ran.mabsplan("plan", file("a.json", SILENT), "--site", folder.resolve("no.yaml").toString())
          .refused("--site: can't read");
    }
  }

  @Nested
  class Outcomes {

    private static final String TRIED =
        """
        {"errors": [{"id": 4242}],
         "attempts": [{"remedy": "tape/change-cable", "problem": "tape/silent", "outcome": "helped"}]}
        """;

    @Test
    void areKeptOnceAndWithoutNames() throws IOException {
      String facts = file("a.json", TRIED);
      Path kept = folder.resolve("outcomes.jsonl");

      Ran.mabsplan("outcomes", facts, "--to", kept.toString()).ended(0, "");
      String once = Files.readString(kept);
      Ran.mabsplan("outcomes", facts, "--to", kept.toString()).ended(0, "");

      assertEquals(once, Files.readString(kept));
      assertTrue(
          once.contains("\"outcome\":\"helped\",\"pack\":\"tiny 1.2\"") || once.contains("tiny"),
          once);
    }

    @Test
    void ofNobodyKnowsWhatAreNotKept() throws IOException {
      Ran ran =
          Ran.mabsplan(
              "outcomes", file("a.json", TRIED.replace("\"problem\": \"tape/silent\", ", "")));

      assertEquals("", ran.out());
      assertTrue(ran.err().contains("1 attempt names no problem"), ran.err());
    }

    @Test
    void suggestNothingWhereTheyAreFewOrAgree() throws IOException {
      String lines =
          IntStream.range(0, 3)
              .mapToObj(
                  i ->
                      "{\"id\":\"%d\",\"problem\":\"tape/silent\",\"remedy\":\"tape/change-cable\",\"outcome\":\"helped\",\"pack\":\"tiny\"}\n"
                          .formatted(i))
              .collect(Collectors.joining());

      Ran.mabsplan("likelihoods", "--from", file("o.jsonl", lines))
          .ended(0, "# 3 outcomes suggest no other likelihood.\n");
    }

    @Test
    void thatAreNoneAreRefusedWithTheirLine() throws IOException {
      Ran.mabsplan("likelihoods", "--from", file("o.jsonl", "\n{}\n")).refused("o.jsonl:2");
    }
  }

  @Nested
  class BeforeRulesGoLive {

    @Test
    void theDiffOverAFolderNamesThePlansThatWouldChange() throws IOException, URISyntaxException {
      Path cases = Files.createDirectory(folder.resolve("cases"));
      Files.writeString(cases.resolve("a.json"), SILENT);
      Files.writeString(cases.resolve("b.json"), "{}");
      Path before = TinyPack.copy(folder.resolve("before"));
      Path after = TinyPack.copy(folder.resolve("after"));
      TinyPack.change(after.resolve("tape/topic.yaml"), "4242", "4243");
      String[] args = {
        "diff", cases.toString(), "--rules", before.toString(), "--rules", after.toString()
      };

      Ran.mabsplan(args).ended(10).says("== a.json", "1 of 2 plans would change.");
      Ran json =
          Ran.mabsplan(
              "diff", cases.toString(), "-f", "json", "--rules", args[3], "--rules", args[5]);
      assertTrue(
          json.out().contains("\"cases\": 2") || json.out().contains("\"cases\" : 2"), json.out());
      assertFalse(json.out().contains("b.json"), json.out());
      Ran.mabsplan("diff", cases.toString(), "--rules", args[3], "--rules", args[3] + "/.")
          .ended(0)
          .says("0 of 2 plans would change.");
    }

    @Test
    void aFileIsNoFolderOfCases() throws IOException, URISyntaxException {
      Path pack = TinyPack.copy(folder.resolve("pack"));
      Ran.mabsplan(
              "diff", file("a.json", SILENT), "--rules", pack.toString(), "--rules", pack + "/.")
          .refused("a folder of facts");
    }
  }

  @Nested
  class ForTheShell {

    @Test
    void everyShellKnowsEveryCommand() {
      for (String shell : List.of("bash", "zsh", "fish", "powershell")) {
        String script = Ran.mabsplan("completion", shell).out();
        for (String command : List.of("plan", "what-if", "--detailed-exitcode", "likelihoods")) {
          assertTrue(
              script.contains(shell.equals("fish") ? command.replaceFirst("^--", "") : command),
              () -> command + " in " + shell);
        }
      }
    }

    @Test
    void theManualSpeaksOfEveryCommandAndOfItsExitCodes() {
      String page = Ran.mabsplan("manual").out();

      for (String part : List.of(".SS plan", ".SS what\\-if", ".SS rules show", ".B exit 12")) {
        assertTrue(page.contains(part), part);
      }
      assertEquals(0, page.lines().filter(line -> line.startsWith("'")).count(), page);
    }
  }
}
