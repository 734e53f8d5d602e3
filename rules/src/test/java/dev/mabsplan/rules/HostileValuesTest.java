package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.collect.CollectScript;
import dev.mabsplan.engine.collect.Lookup;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanHtml;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.render.PlanMarkdown;
import dev.mabsplan.engine.render.PlanText;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Values that mean something to a terminal, a page, a ticket or a shell are put into every place of
 * the examples, by a seed: in no form and no language are they more than text. {@code -Dhostile=N}
 * sets how many.
 */
@Tag("slow")
class HostileValuesTest {

  private static final int MANY = Integer.getInteger("hostile", 300);
  private static final long SEED = Long.getLong("seed", 20261201L);

  /** Each holds this and what no command takes. */
  private static final String MARK = "zq";

  private static final List<String> HOSTILE =
      List.of(
          "\u001b[31mzq\u0007",
          "\u009bzq",
          "zq\u202eelif\u2066x",
          "z\u200bq\u2060\ufeffzq(",
          "zq(\u00a0\u00a01\u00a0\u00a0Delete\u00a0zq",
          "zq(\u3164\u31641\u3164\u3164Delete",
          "zq(\u2800\u115f\uffa0\u034f",
          "zq\n  1  Delete zq",
          "zq\u2028zq",
          "zq`zq``` zq",
          "zq|zq|",
          "<script>zq()</script>",
          "<img src=x onerror=zq()>",
          "</textarea></script><script>zq",
          "[zq](javascript:zq())",
          "![zq](http://evil.example/zq)",
          "zq'; calc.exe; 'zq",
          "zq\u2018; calc \u2019zq",
          "zq\u201a; calc \u201bzq",
          "zq\u201c; calc \u201dzq",
          "zq\u201e$(zq)",
          "zq\"; calc; \"zq",
          "%zq%",
          "zq&calc&",
          "zq^&zq",
          "zq\u0000zq",
          "zq\uff02; zq\uff07",
          "'@\nzq\n'@zq",
          "#>zq",
          "{server} {0} %s zq ${zq}",
          "zq\udb40\udc41(zq");

  private static final Pattern QUOTED = Pattern.compile("'(?:[^'\u2018-\u201b]|'')*+'");
  private static final Pattern VALUE = Pattern.compile(": ?(\"(?:[^\"\\\\]|\\\\.)+\")");

  @Test
  void areOnlyTextInEveryFormAndLanguage() throws IOException {
    List<String> documents = documents();
    Random random = new Random(SEED);
    int planned = 0;
    for (int i = 0; i < MANY; i++) {
      String document = documents.get(random.nextInt(documents.size()));
      List<String> values =
          VALUE.matcher(document).results().map(found -> found.group(1)).distinct().toList();
      if (values.isEmpty()) {
        continue;
      }
      String value = values.get(random.nextInt(values.size()));
      String hostile = json(HOSTILE.get(random.nextInt(HOSTILE.size())));
      int at = random.nextBoolean() ? value.length() - 1 : 1;
      String by =
          random.nextInt(3) == 0
              ? '"' + hostile + '"'
              : value.substring(0, at) + hostile + value.substring(at);
      planned += planned(document.replace(value, by)) ? 1 : 0;
    }
    assertTrue(planned > MANY / 4, "only " + planned + " of " + MANY + " were not refused");
  }

  private static List<String> documents() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("../examples/facts"))) {
      for (Path file : files.sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private static String json(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            c ->
                escaped.append(
                    c < ' ' || c == '"' || c == '\\' || Character.isSurrogate((char) c)
                        ? "\\u%04x".formatted(c)
                        : String.valueOf((char) c)));
    return escaped.toString();
  }

  /** Returns whether it was planned for; what is refused says so without being obeyed. */
  private static boolean planned(String document) {
    for (Language language : Language.all()) {
      Plan plan;
      try {
        plan = Catalog.PLANNER.plan(FactsDocument.parse(document), language);
      } catch (InvalidFactsException refused) {
        refused.faults().forEach(fault -> assertSeen(fault.message(), document));
        return false;
      }
      assertSeen(PlanText.write(plan, 80, false, Detail.LEDGER), document);
      assertSeen(PlanMarkdown.write(plan, Detail.ALL), document);
      assertSeen(PlanJson.write(plan, Detail.LEDGER), document);
      String page = PlanHtml.write(plan, Detail.ALL);
      assertSeen(page, document);
      assertEquals(1, page.split("<script", -1).length - 1, document);
      assertEquals(0, page.split("<img", -1).length - 1, document);
      assertEquals(List.of(), inCommands(plan), document);
      assertQuoted(CollectScript.of(Lookup.of(plan)), document);
    }
    return true;
  }

  private static void assertSeen(String written, String document) {
    assertEquals(
        List.of(),
        written
            .codePoints()
            .filter(c -> c != '\n' && !Visible.is(c))
            .mapToObj(Integer::toHexString)
            .toList(),
        () -> written + "\nof " + document);
  }

  private static List<String> inCommands(Plan plan) {
    Stream<String> steps =
        plan.steps().stream()
            .map(Step::commands)
            .flatMap(commands -> commands.stream())
            .flatMap(commands -> commands.lines().stream());
    Stream<String> questions =
        plan.questions().stream().map(Question::command).flatMap(command -> command.stream());
    return Stream.concat(steps, questions).filter(line -> line.contains(MARK)).toList();
  }

  private static void assertQuoted(String script, String document) {
    assertEquals(
        List.of(),
        script
            .lines()
            .filter(line -> !line.strip().startsWith("#"))
            .map(line -> QUOTED.matcher(line).replaceAll("''"))
            .filter(line -> line.contains(MARK))
            .toList(),
        document);
  }
}
