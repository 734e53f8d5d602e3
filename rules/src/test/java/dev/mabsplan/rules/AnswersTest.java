package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.engine.collect.Lookup;
import dev.mabsplan.engine.pack.FactPlace;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.RecordShape;
import dev.mabsplan.facts.bundle.Bundle;
import dev.mabsplan.facts.windows.Remark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the commands of the questions print is read, and is the fact that was asked for: an answer in
 * the form in which the script of {@code mabsplan collect} writes it, for each command there is.
 */
class AnswersTest {

  private static final Path ANSWERS = Path.of("src/test/resources/answers");
  private static final String PROMPT = "PS C:\\> ";

  /** Facts that no command can tell: what it prints is for a person to judge. */
  private static final List<String> TO_BE_JUDGED =
      List.of(
          // which time zone is right, only somebody who is there knows
          "clock.timeZoneCorrect",
          // nothing documents what marks the volumes of recovery points
          "volumes[recoveryPoint].freeBytes",
          // the domain alone does not tell whether another one is trusted
          "domain.trust");

  @Test
  void thereIsAnAnswerForEachCommandAndNoOther() {
    TreeSet<String> asked = new TreeSet<>();
    lookups().forEach(lookup -> asked.add(named(lookup.command())));
    assertEquals(String.join("\n", asked), String.join("\n", answers().keySet()));
  }

  @TestFactory
  Stream<DynamicTest> everyAnswerIsTheFactThatWasAskedFor() {
    return lookups().stream()
        .flatMap(
            lookup ->
                lookup.facts().stream()
                    .filter(place -> !TO_BE_JUDGED.contains(place))
                    .map(
                        place ->
                            dynamicTest(
                                place + " by " + lookup.command(),
                                () -> tells(answer(lookup), named(place)))));
  }

  @TestFactory
  Stream<DynamicTest> everyAnswerIsReadWithoutLoss() {
    return answers().entrySet().stream()
        .map(
            answer ->
                dynamicTest(
                    answer.getKey(),
                    () ->
                        assertEquals(
                            List.of(),
                            Bundle.read(List.of(answer.getValue()), Optional.empty(), Optional.empty())
                                .remarks()
                                .stream()
                                .filter(remark -> remark.kind() == Remark.Kind.UNREAD)
                                .map(Remark::toString)
                                .toList())));
  }

  private static void tells(Path answer, String place) {
    Facts facts = Bundle.read(List.of(answer), Optional.empty(), Optional.empty()).facts();
    boolean told =
        place.equals("errors") ? !facts.errors().isEmpty() : tells(facts, FactPlace.parse(place));
    assertTrue(told, () -> place + " is not among " + facts.facts());
  }

  private static boolean tells(Facts facts, FactPlace place) {
    return facts.collected().stream().map(Collected::kind).anyMatch(place.kind()::equals)
        || facts.facts().stream()
            .filter(fact -> FactKind.of(fact.getClass()) == place.kind())
            .filter(place::names)
            .anyMatch(fact -> place.component().map(name -> isKnown(fact, name)).orElse(true));
  }

  private static boolean isKnown(Fact fact, String component) {
    RecordShape shape = RecordShape.of(FactKind.of(fact.getClass()));
    boolean absent =
        shape
            .component("present")
            .map(present -> Boolean.FALSE.equals(present.value((Record) fact)))
            .orElse(false);
    return absent
        || shape.component(component).map(known -> known.value((Record) fact)).isPresent();
  }

  private static List<Lookup> lookups() {
    return Lookup.ofAll(Catalog.PLANNER.knowledge());
  }

  private static Path answer(Lookup lookup) {
    return Optional.ofNullable(answers().get(named(lookup.command()))).orElseThrow();
  }

  private static String named(String text) {
    return text.replace("{backupServer}", "MABS01").replace("{dataSource}", "VM01");
  }

  /** Returns the files by the command that stands in them. */
  private static Map<String, Path> answers() {
    Map<String, Path> answers = new TreeMap<>();
    try (Stream<Path> files = Files.walk(ANSWERS)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String typed =
            Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(PROMPT))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no prompt in " + file));
        answers.put(typed.substring(PROMPT.length()), file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answers;
  }
}
