package dev.mabsplan.rules.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The inputs that the fuzzer begins with and those that it once found something with, in {@code
 * src/test/fuzz}, a folder a target. {@code -Pfuzz} looks for more.
 */
@Tag("slow")
class KeptInputsTest {

  private static final Path KEPT = Path.of("src", "test", "fuzz");

  /** A reader. */
  @FunctionalInterface
  private interface Target {
    void read(byte[] input) throws IOException;
  }

  private static Map<String, Target> targets() {
    Map<String, Target> targets = new TreeMap<>();
    targets.put("FactsFuzz", FactsFuzz::whole);
    targets.put("TextFuzz", TextFuzz::whole);
    targets.put("VersionFuzz", VersionFuzz::fuzzerTestOneInput);
    targets.put("AddressFuzz", AddressFuzz::fuzzerTestOneInput);
    targets.put("FormatFuzz", FormatFuzz::whole);
    targets.put("ScenarioFuzz", ScenarioFuzz::fuzzerTestOneInput);
    targets.put("TopicFuzz", TopicFuzz::whole);
    targets.put("DrlFuzz", DrlFuzz::whole);
    targets.put("BodyFuzz", BodyFuzz::whole);
    return targets;
  }

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> nothingButARefusalComesOfThem() throws IOException {
    Stream.Builder<DynamicTest> tests = Stream.builder();
    for (Map.Entry<String, Target> target : targets().entrySet()) {
      for (Path file : in(KEPT.resolve(target.getKey()))) {
        tests.add(
            dynamicTest(
                target.getKey() + "/" + file.getFileName(),
                () -> target.getValue().read(Files.readAllBytes(file))));
      }
    }
    return tests.build();
  }

  @Test
  void everyTargetHasInputsToBeginWith() throws IOException {
    assertEquals(
        targets().keySet(),
        new TreeSet<>(in(KEPT).stream().map(folder -> folder.getFileName().toString()).toList()));
    for (Path folder : in(KEPT)) {
      assertTrue(!in(folder).isEmpty(), folder::toString);
    }
  }

  @Test
  void nothingAtAllIsAnInputToo() throws IOException {
    for (Target target : targets().values()) {
      target.read(new byte[0]);
      target.read("\u0000".getBytes(StandardCharsets.UTF_8));
    }
  }
}
