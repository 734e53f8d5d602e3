package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.compare.PlanGist;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.report.ExplainJson;
import dev.mabsplan.engine.report.ExplainText;
import dev.mabsplan.engine.report.WhyNotJson;
import dev.mabsplan.engine.report.WhyNotText;
import dev.mabsplan.engine.scenario.WhatIf;
import dev.mabsplan.engine.why.Doubter;
import dev.mabsplan.engine.why.WhyNot;
import dev.mabsplan.engine.why.WhyNot.Answer;
import dev.mabsplan.engine.why.WhyNot.Miss;
import dev.mabsplan.engine.why.WhyNot.Sort;
import dev.mabsplan.engine.why.WhyNot.Standing;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.gathered.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks about everything that the shipped packs know why it is not in a plan. */
class WhyNotTest {

  private static final Path EXAMPLES = Path.of("..", "examples", "facts");
  private static final Path GOLDEN = Path.of("src", "test", "resources", "why-not");
  private static final int COLUMNS = 80;

  private static Facts facts(String example) {
    return FactsDocument.read(EXAMPLES.resolve(example + ".json"), Catalog.PLANNER.messages());
  }

  private static Doubter doubter(String example, Language language) {
    return Doubter.of(Catalog.PLANNER, facts(example), language);
  }

  /**
   * A minute of a processor and more for each; {@code mvn -pl rules -am test -Dgroups=benchmark
   * -DexcludedGroups= -Dtest=WhyNotTest -Dsurefire.failIfNoSpecifiedTests=false} runs it.
   */
  @Tag("benchmark")
  @ParameterizedTest
  @MethodSource("examples")
  void everythingOfEveryPackIsAnsweredForEveryExample(String example) {
    everythingOfEveryPackIsAnswered(example);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"vss-disabled", "two-servers-three-errors", "invalid-vault-credentials"})
  void everythingOfEveryPackIsAnswered(String example) {
    Doubter doubter = doubter(example, Language.SWEDISH);
    List<String> withoutMiss = new ArrayList<>();
    for (String id : doubter.ids()) {
      WhyNot whyNot = doubter.whyNot(id).orElseThrow();
      assertFalse(WhyNotText.write(whyNot, Language.SWEDISH, COLUMNS, false).isBlank(), id);
      assertFalse(WhyNotJson.write(whyNot).isBlank(), id);
      whyNot.answers().stream()
          .filter(answer -> answer.sort() == Sort.RULE)
          .filter(answer -> answer.standing() == Standing.NOT_THERE)
          .filter(answer -> answer.misses().size() != 1)
          .forEach(answer -> withoutMiss.add(id));
    }
    assertEquals(List.of(), withoutMiss, "rules that did not fire and lack nothing");
  }

  /** What is said to do is put in, wherever it could stand; the rule must come further by it. */
  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"vss-disabled", "two-servers-three-errors"})
  void theLeastThatWouldDoDoes(String example) {
    Facts facts = facts(example);
    Doubter doubter = Doubter.of(Catalog.PLANNER, facts, Language.ENGLISH);
    List<String> inVain = new ArrayList<>();
    int tried = 0;
    for (String id : Workshop.of(Catalog.PLANNER).rules().rules()) {
      for (Miss miss : misses(doubter, id)) {
        Optional<String> least = miss.least().filter(change -> change.contains("="));
        if (least.isPresent()) {
          tried++;
          if (served(facts, least.get()).noneMatch(changed -> isFurther(changed, miss))) {
            inVain.add(id + ": " + miss.unmet() + ": " + least.get());
          }
        }
      }
    }
    assertTrue(tried > 10, "tried " + tried);
    assertEquals(List.of(), inVain, "in vain, of " + tried);
  }

  private static List<Miss> misses(Doubter doubter, String id) {
    return doubter.whyNot(id).orElseThrow().answers().stream()
        .filter(answer -> answer.sort() == Sort.RULE)
        .map(Answer::misses)
        .flatMap(List::stream)
        .toList();
  }

  private static Stream<Facts> served(Facts facts, String change) {
    int sign = change.indexOf("]=") >= 0 ? change.indexOf("]=") + 1 : change.lastIndexOf('=');
    String address = change.substring(0, sign);
    String value = change.substring(sign + 1);
    List<String> servers =
        address.startsWith("servers[…]")
            ? facts.servers().stream().map(Server::name).toList()
            : List.of("");
    return servers.stream()
        .flatMap(
            server -> {
              try {
                return Stream.of(
                    WhatIf.of(
                        facts,
                        List.of(
                            new WhatIf.Set(
                                address.replace("servers[…]", "servers[" + server + "]"), value)),
                        Catalog.PLANNER.messages()));
              } catch (InvalidFactsException e) {
                return Stream.empty();
              }
            });
  }

  private static boolean isFurther(Facts facts, Miss before) {
    return misses(Doubter.of(Catalog.PLANNER, facts, Language.ENGLISH), before.rule()).stream()
        .allMatch(after -> after.met() > before.met());
  }

  @ParameterizedTest
  @CsvSource({
    "replica/vss-disabld, replica/vss-disabled",
    "mail/let-vss-start, replica/let-vss-start"
  })
  void whatNobodyKnowsIsToldTheNearest(String id, String meant) {
    Doubter doubter = doubter("vss-disabled", Language.ENGLISH);

    assertEquals(Optional.empty(), doubter.whyNot(id));
    assertEquals(Optional.of("did you mean \"" + meant + "\"?"), doubter.meant(id));
  }

  @Test
  void aRemedyThatWasLeftOutSaysWhy() {
    Facts facts =
        WhatIf.of(
            facts("vss-disabled"),
            List.of(new WhatIf.Set("servers[FS01].services[VSS].startType", "manual")),
            Catalog.PLANNER.messages());
    Answer answer =
        Doubter.of(Catalog.PLANNER, facts, Language.ENGLISH)
            .whyNot("replica/let-vss-start")
            .orElseThrow()
            .answers()
            .get(0);

    assertEquals(Standing.LEFT_OUT, answer.standing());
    assertEquals(
        List.of("The Volume Shadow Copy service may start on FS01; stopped is its normal state"),
        answer.because());
  }

  static Stream<Arguments> golden() {
    return Language.all().stream()
        .flatMap(
            language ->
                Stream.of("vss-disabled", "invalid-vault-credentials")
                    .map(example -> Arguments.of(example, language)));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void readsAsItDidWhenItWasLastRead(String example, Language language) throws IOException {
    Doubter doubter = doubter(example, language);
    StringBuilder text = new StringBuilder();
    text.append(ExplainText.write(doubter.plan(), doubter.plan().steps(), COLUMNS, false));
    for (String id :
        List.of(
            "replica/let-vss-start",
            "replica/inconsistent",
            "registration/invalid-credentials",
            "basics/start-agent-service",
            "online/passphrase-not-set")) {
      WhyNot whyNot = doubter.whyNot(id).orElseThrow();
      text.append("\n--why-not ").append(id).append('\n');
      text.append(WhyNotText.write(whyNot, language, COLUMNS, false));
    }
    Golden.assertSame(
        GOLDEN.resolve(example + "." + language.tag() + ".txt"), withoutFolders(text.toString()));
    assertTrue(
        ExplainJson.write(doubter.plan(), doubter.plan().steps()).contains("\"number\": \"1\""));
  }

  /** Where packs and examples are read from differs by machine. */
  private static String withoutFolders(String text) {
    return text.replaceAll("[^\\s(]*[/\\\\](?=[\\w.-]+[/\\\\](?:rules\\.drl|topic\\.yaml))", "")
        .replaceAll("[^\\s(]*[/\\\\](?=[\\w.-]+\\.json)", "");
  }

  static Stream<Arguments> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .map(name -> Arguments.of(name.substring(0, name.length() - ".json".length())))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aPlanAsJsonComparesAsThePlanItself(String example) {
    for (Language language : Language.all()) {
      Plan plan = Catalog.PLANNER.plan(facts(example), language);
      PlanGist made = PlanGist.of(plan);
      PlanGist read = PlanGist.read(example, PlanJson.write(plan)).orElseThrow();
      assertEquals(made.problems(), read.problems());
      assertEquals(made.steps(), read.steps());
      assertEquals(made.leftOut(), read.leftOut());
      assertEquals(made.candidates(), read.candidates());
      assertEquals(made.unexplained(), read.unexplained());
    }
  }
}
