package dev.mabsplan.facts.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.gathered.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Facts that were read from native output are the same after they were a facts document. */
class RoundTripTest {

  private static final Path SAMPLES = Path.of("src/test/resources/dev/mabsplan/facts/samples");

  @TestFactory
  Stream<DynamicTest> noFactIsLostInADocument() {
    return samples()
        .map(
            sample ->
                dynamicTest(
                    SAMPLES.relativize(sample).toString(),
                    () -> {
                      Facts facts = facts(sample);
                      Facts again = FactsDocument.parse(FactsDocument.write(facts));
                      assertEquals(facts, again);
                      assertEquals(facts.errors(), again.errors());
                      assertEquals(facts.observedAt(), again.observedAt());
                    }));
  }

  private static Facts facts(Path sample) {
    Owner owner = new Owner("MABS01", Optional.of(ServerRole.BACKUP_SERVER));
    boolean itself = saysWhoseItIs(sample);
    return Bundle.read(
            List.of(sample), itself ? Optional.empty() : Optional.of(owner), Optional.empty())
        .facts();
  }

  private static boolean saysWhoseItIs(Path sample) {
    return outputs(sample).stream()
        .anyMatch(
            output ->
                !output.hosts().isEmpty()
                    || output.facts().stream().anyMatch(fact -> fact.server().isPresent()));
  }

  private static List<NativeOutput> outputs(Path sample) {
    try {
      return NativeOutput.of(TextFile.of(sample.toString(), Files.readAllBytes(sample)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> samples() {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !outputs(file).isEmpty())
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
