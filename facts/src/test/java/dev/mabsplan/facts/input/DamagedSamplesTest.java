package dev.mabsplan.facts.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.shape.RecordShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every sample of native output, damaged and written in other ways: nothing throws, and what is
 * left never says something else than the whole. The seed of each try is in its failure.
 */
@Tag("slow")
class DamagedSamplesTest {

  private static final Path SAMPLES = Path.of("src/test/resources/dev/mabsplan/facts/samples");
  private static final int TRIES = 12;
  private static final String JUNK = "%&¤ {\"junk\": [<tag> : = ] \u0000 C:\\> x";

  /** Cut off between two storages of one volume, the list looks like one of a single storage. */
  private static final String TWO_STORAGES = "vssadmin-list-shadowstorage/two-for-one-volume.txt";

  @TestFactory
  Stream<DynamicTest> aCopyThatIsCutOffSaysNothingElse() {
    return each(
        samples().filter(sample -> !name(sample).equals(TWO_STORAGES)),
        (text, random) -> text.substring(0, random.nextInt(text.length() + 1)),
        DamagedSamplesTest::saysNothingElse);
  }

  @TestFactory
  Stream<DynamicTest> aCopyWithALineOfJunkThrowsNothing() {
    return each(
        samples(),
        (text, random) -> {
          List<String> lines = new ArrayList<>(text.lines().toList());
          lines.add(random.nextInt(lines.size() + 1), JUNK);
          return String.join("\n", lines);
        },
        DamagedSamplesTest::givesOnlyFactsThatCanBe);
  }

  @TestFactory
  Stream<DynamicTest> aCopyWithoutSomeOfItsCharactersThrowsNothing() {
    return each(
        samples(),
        (text, random) -> {
          StringBuilder damaged = new StringBuilder(text);
          for (int i = 0; i < 5 && damaged.length() > 0; i++) {
            damaged.deleteCharAt(random.nextInt(damaged.length()));
          }
          return damaged.toString();
        },
        DamagedSamplesTest::givesOnlyFactsThatCanBe);
  }

  @TestFactory
  Stream<DynamicTest> aCopyWithOtherCharactersThrowsNothing() {
    return each(
        samples(),
        (text, random) -> {
          StringBuilder damaged = new StringBuilder(text);
          for (int i = 0; i < 5 && damaged.length() > 0; i++) {
            damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(0x180));
          }
          return damaged.toString();
        },
        DamagedSamplesTest::givesOnlyFactsThatCanBe);
  }

  @TestFactory
  Stream<DynamicTest> aCopyInAnotherCharacterSetSaysTheSame() {
    return samples()
        .map(
            sample ->
                dynamicTest(
                    name(sample),
                    () -> {
                      String text = text(sample);
                      String whole = said(read(text));
                      for (byte[] bytes : written(text)) {
                        assertEquals(whole, said(NativeOutput.of(TextFile.of("sample", bytes))));
                      }
                    }));
  }

  private static List<byte[]> written(String text) {
    String marked = "\uFEFF" + text;
    return List.of(
        text.getBytes(StandardCharsets.UTF_8),
        marked.getBytes(StandardCharsets.UTF_8),
        marked.getBytes(StandardCharsets.UTF_16LE),
        marked.getBytes(StandardCharsets.UTF_16BE),
        text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
        text.replace("\n", "\r").getBytes(StandardCharsets.UTF_8));
  }

  /** What must hold of the whole and of what is left of it. */
  private interface Check {
    void check(List<NativeOutput> whole, List<NativeOutput> damaged, String text);
  }

  private static Stream<DynamicTest> each(
      Stream<Path> samples, BiFunction<String, Random, String> damage, Check check) {
    return samples.map(
        sample ->
            dynamicTest(
                name(sample),
                () -> {
                  String text = text(sample);
                  List<NativeOutput> whole = read(text);
                  for (int seed = 0; seed < TRIES; seed++) {
                    String damaged = damage.apply(text, new Random(seed));
                    try {
                      check.check(whole, read(damaged), damaged);
                    } catch (RuntimeException | AssertionError e) {
                      throw new AssertionError("seed " + seed + ":\n" + damaged, e);
                    }
                  }
                }));
  }

  /**
   * What stands in the line that is cut off may be cut off too, and nothing tells: who pastes one
   * line leaves no line end behind it either.
   */
  private static void saysNothingElse(
      List<NativeOutput> whole, List<NativeOutput> damaged, String text) {
    Map<String, List<Fact>> known = new HashMap<>();
    facts(whole, Integer.MAX_VALUE)
        .forEach(fact -> known.computeIfAbsent(address(fact), a -> new ArrayList<>()).add(fact));
    int lines = text.endsWith("\n") ? Integer.MAX_VALUE : (int) text.lines().count();
    for (Fact fact : facts(damaged, lines)) {
      List<Fact> same = known.getOrDefault(address(fact), List.of());
      assertTrue(
          same.stream().anyMatch(other -> agree(other, fact)),
          () -> fact + " is not in the whole, which says " + same);
    }
  }

  /** What no fact can have is a fault, and not another fault than that. */
  private static void givesOnlyFactsThatCanBe(
      List<NativeOutput> whole, List<NativeOutput> damaged, String text) {
    for (Fact fact : facts(damaged, Integer.MAX_VALUE)) {
      try {
        Facts.builder().add(fact).build();
      } catch (InvalidFactsException e) {
        assertFalse(e.faults().isEmpty());
      }
    }
  }

  /** What is known of both is the same; what is left may know less. */
  private static boolean agree(Fact whole, Fact left) {
    return RecordShape.of(FactKind.of(left.getClass())).components().stream()
        .allMatch(
            component -> {
              Object value = component.value((Record) left);
              return value == null
                  || value instanceof Collection<?>
                  || value.equals(component.value((Record) whole));
            });
  }

  private static String address(Fact fact) {
    return Address.of(fact).toString();
  }

  private static List<Fact> facts(List<NativeOutput> outputs, int beforeLine) {
    return outputs.stream()
        .flatMap(output -> output.facts().stream())
        .filter(fact -> fact.source().line() < beforeLine)
        .map(fact -> fact.of().apply(fact.server().orElse("FS01")))
        .toList();
  }

  private static String said(List<NativeOutput> outputs) {
    StringBuilder said = new StringBuilder();
    for (NativeOutput output : outputs) {
      said.append(output.format()).append('\n');
      output
          .facts()
          .forEach(
              fact ->
                  said.append(fact.source().line())
                      .append(' ')
                      .append(fact.of().apply(fact.server().orElse("FS01")))
                      .append('\n'));
      output
          .errors()
          .forEach(
              error ->
                  said.append(error.source().line())
                      .append(' ')
                      .append(error.error())
                      .append('\n'));
      output.remarks().forEach(remark -> said.append(remark.text()).append('\n'));
    }
    return said.toString();
  }

  private static List<NativeOutput> read(String text) {
    return NativeOutput.of(new TextFile("sample", text));
  }

  private static String text(Path sample) {
    try {
      return TextFile.of(name(sample), Files.readAllBytes(sample)).text();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path sample) {
    return Objects.requireNonNull(SAMPLES.relativize(sample)).toString();
  }

  private static Stream<Path> samples() {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("junk.bin"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
