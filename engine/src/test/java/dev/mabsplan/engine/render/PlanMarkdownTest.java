package dev.mabsplan.engine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Golden;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Shell;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanMarkdownTest {

  private static final int CHAT_CARD = 28 * 1024;

  /** What Markdown, GitHub's additions and HTML take for markup, and what is written around it. */
  private static final List<String> PIECES =
      List.of(
          "`",
          "```",
          "~~~",
          "*",
          "**",
          "_",
          "__",
          "#",
          "## ",
          "> ",
          "- ",
          "+ ",
          "1. ",
          "9) ",
          "=",
          "===",
          "---",
          "|",
          "[x](y)",
          "![",
          "]",
          "(",
          ")",
          "<b>",
          "</b>",
          "<!--",
          "-->",
          "&lt;",
          "&#42;",
          "\\",
          "\\\\",
          "http://a.example",
          "www.a.example",
          "a@b.example",
          "$x$",
          "~~",
          "\n",
          "\r\n",
          "\n\n# ",
          "\t",
          "    ",
          "\u202e",
          "\u2028",
          "\u00a0",
          "[ ]",
          "é",
          "\ud83d\ude00",
          "\ud83d",
          "word",
          " ",
          ":",
          "!",
          "{{",
          "D:\\");

  private static final Pattern CODE_SPAN = Pattern.compile("(`+)(?!`).*?(?<!`)\\1(?!`)");

  static Stream<String> hostile() {
    Random dice = new Random(20260115);
    return Stream.generate(
            () ->
                dice.ints(1 + dice.nextInt(12), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .reduce("", String::concat))
        .limit(300);
  }

  private static String markdown(Plan plan) {
    return PlanMarkdown.write(plan, Detail.LEDGER);
  }

  private static String shown(String markdown) {
    return markdown.replaceAll("\\\\(\\p{Punct})", "$1");
  }

  private static String inOneLine(String text) {
    return Printable.of(text).strip().replaceAll(" {2,}", " ");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aTextIsShownAsItIs(String text) {
    assertEquals(inOneLine(text), shown(Markdown.text(text)));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aTextHasNoMarkup(String text) {
    String bare = Markdown.text(text).replaceAll("\\\\\\p{Punct}", "");

    assertFalse(bare.matches("(?s).*[\\\\`*_\\[\\]<>|#&~$\n].*"), bare);
    assertFalse(bare.contains("://") || bare.contains("www."), bare);
    assertFalse(
        Markdown.text(text).matches("(?s)([-+=>#:]|\\d+[.)]|\\s).*"), () -> Markdown.text(text));
  }

  /** Returns what makes the frame of a document: its lines, with every text taken out. */
  private static List<String> frame(String markdown) {
    List<String> frame = new ArrayList<>();
    String fence = "";
    for (String line : markdown.lines().toList()) {
      String inner = line.strip();
      String ticks = inner.replaceAll("[^`].*", "");
      if (fence.isEmpty() && ticks.length() >= 3) {
        fence = ticks;
        frame.add("fence");
      } else if (!fence.isEmpty() && inner.equals(fence)) {
        fence = "";
        frame.add("end");
      } else if (fence.isEmpty()) {
        String bare = CODE_SPAN.matcher(inner.replaceAll("\\\\\\p{Punct}", "")).replaceAll("CODE");
        String marks = bare.replaceAll("[^*#`<>\\[\\]|]", "");
        frame.add(
            line.replaceAll("\\S.*", "") + marks + bare.replaceAll("^([-#]|\\d+\\.)?.*", "$1"));
      }
    }
    return frame;
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aFactChangesNothingOfTheFrame(String text) {
    assertEquals(
        frame(markdown(Plans.full(Language.ENGLISH, "harmless"))),
        frame(markdown(Plans.full(Language.ENGLISH, text))));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void holdsNothingThatATerminalObeys(String text) {
    assertEquals(List.of(), Obeyed.in(markdown(Plans.full(Language.SWEDISH, text))));
  }

  @Test
  void aFenceIsLongerThanAnyRunOfBackticksInside() {
    assertEquals(
        "`````powershell\necho ````\n`````",
        Markdown.commands(Shell.POWERSHELL, List.of("echo ````")));
    assertEquals("``` a``b` ```", Markdown.code("a``b`"));
  }

  @ParameterizedTest
  @MethodSource("dev.mabsplan.engine.pack.Language#all")
  void isAsSomebodyReadIt(Language language) {
    Golden.assertSame(
        "render/full." + language.tag() + ".md",
        PlanMarkdown.write(Plans.full(language), Detail.ALL));
  }

  @Test
  void alternativesStandInTheItemOfTheirNumber() {
    String markdown = markdown(Plans.full(Language.ENGLISH));

    assertTrue(markdown.contains("\n4. - [ ] **4a** **Give the storage"), markdown);
    assertTrue(markdown.contains("\n   - [ ] **4b** **Give the storage"), markdown);
    assertTrue(markdown.contains("\n1. [ ] **Let the Volume Shadow"), markdown);
  }

  @ParameterizedTest
  @MethodSource("dev.mabsplan.engine.pack.Language#all")
  void inShortItFitsAChatMessage(Language language) {
    List<Step> steps =
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> Plans.bare(String.valueOf(i), i < 150 ? Status.CONFIRMED : Status.TRY))
            .toList();
    String brief = PlanMarkdown.write(Plans.of(language, steps.toArray(Step[]::new)), Detail.BRIEF);

    assertTrue(brief.getBytes(StandardCharsets.UTF_8).length < CHAT_CARD);
    assertTrue(brief.lines().anyMatch(line -> line.matches("(Shortened|Förkortat): \\d+ \\S+ .*")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "😀", "`", "\\"})
  void inShortItFitsAChatMessageWhateverTheFacts(String character) {
    String brief =
        PlanMarkdown.write(Plans.full(Language.ENGLISH, character.repeat(10_000)), Detail.BRIEF);

    assertTrue(brief.getBytes(StandardCharsets.UTF_8).length < CHAT_CARD);
  }

  @Test
  void inShortAPlanThatFitsIsWholeButForItsChart() {
    Plan plan = Plans.full(Language.ENGLISH);

    assertTrue(PlanMarkdown.write(plan, Detail.BRIEF).contains("sc.exe config VSS start= demand"));
    assertFalse(PlanMarkdown.write(plan, Detail.BRIEF).contains("Shortened"));
  }

  @Nested
  class AFingerprint {

    private static PlannedProblem problem(Plan plan) {
      return plan.problems().get(0);
    }

    @Test
    void isTheSameInAnyLanguageAndCase() {
      assertEquals(
          problem(Plans.whose("FS01", "MABS01")).fingerprint(),
          problem(Plans.whose("fs01", "MABS02")).fingerprint());
      assertEquals(
          problem(Plans.full(Language.ENGLISH)).fingerprint(),
          problem(Plans.full(Language.SWEDISH)).fingerprint());
    }

    @Test
    void isAnotherForAnotherServerOrDataSource() {
      assertNotEquals(
          problem(Plans.whose("FS01", "MABS01")).fingerprint(),
          problem(Plans.whose("FS02", "MABS01")).fingerprint());
      assertNotEquals(
          problem(Plans.full(Language.ENGLISH, "D:\\")).fingerprint(),
          problem(Plans.full(Language.ENGLISH, "E:\\")).fingerprint());
    }

    @Test
    void standsWithItsProblem() {
      Plan plan = Plans.full(Language.ENGLISH);

      assertTrue(markdown(plan).contains("Fingerprint: `" + problem(plan).fingerprint() + "`"));
    }
  }

  @Nested
  class AChart {

    private static String chart(Step... steps) {
      List<Step> all = List.of(steps);
      Plan full = Plans.full(Language.ENGLISH);
      Plan plan =
          new Plan(
              full.language(),
              full.observedAt(),
              full.problems().subList(0, 1),
              all,
              full.escalation(),
              full.excluded(),
              full.questions(),
              full.candidates(),
              full.unexplained(),
              full.catalogued(),
              full.unused(),
              full.packs(),
              full.sources());
      String markdown = PlanMarkdown.write(plan, Detail.ALL);
      int start = markdown.indexOf("```mermaid\n");
      return start < 0 ? "" : markdown.substring(start, markdown.indexOf("\n```\n", start));
    }

    @Test
    void doesWhatIsCertainToItsEndBeforeItTells() {
      String chart =
          chart(
              Plans.bare("1", Status.CONFIRMED),
              Plans.bare("2", Status.REQUIRED),
              Plans.bare("3", Status.TRY));

      assertTrue(
          chart.endsWith(
              String.join(
                  "\n  ",
                  "",
                  "s0 --> s1",
                  "s1 -- \"helped\" --> solved",
                  "s1 -- \"did not help\" --> s2",
                  "s2 -- \"helped\" --> solved",
                  "s2 -- \"did not help\" --> s3")),
          chart);
    }

    @Test
    void isLeftAwayWhereSeveralProblemsMayEndApart() {
      assertFalse(PlanMarkdown.write(Plans.full(Language.ENGLISH), Detail.ALL).contains("mermaid"));
      assertEquals("", chart(Plans.bare("1", Status.TRY)));
    }

    @Test
    void takesNoMarkupFromATitle() {
      String chart =
          chart(
              Plans.titled(Plans.bare("1", Status.TRY), "\"]; end <b> #quot; ``` D:\\", "X"),
              Plans.bare("2", Status.TRY));

      assertTrue(
          chart.contains(
              "  s0[\"1 #34;#93;#59; end #60;b#62; #35;quot#59; #96;#96;#96; D#58;#92;\"]\n"),
          chart);
    }
  }
}
