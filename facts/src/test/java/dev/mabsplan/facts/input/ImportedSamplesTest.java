package dev.mabsplan.facts.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.shape.RecordShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What each sample of native output is read as, kept beside the samples. With {@code
 * -Dgolden.update=true} it is written anew; read what changed before it is kept.
 */
class ImportedSamplesTest {

  private static final Path RESOURCES = Path.of("src/test/resources/dev/mabsplan/facts");
  private static final Path SAMPLES = RESOURCES.resolve("samples");
  private static final Path KEPT = RESOURCES.resolve("imported");

  @TestFactory
  Stream<DynamicTest> everySampleIsReadAsItIsKept() {
    return files(SAMPLES)
        .map(
            sample ->
                dynamicTest(
                    SAMPLES.relativize(sample).toString(),
                    () -> assertEquals(kept(sample, imported(sample)), imported(sample))));
  }

  @Test
  void nothingIsKeptOfASampleThatIsGone() {
    Set<String> expected = new TreeSet<>();
    files(SAMPLES).forEach(sample -> expected.add(kept(sample).toString()));
    Set<String> found = new TreeSet<>();
    files(KEPT).forEach(file -> found.add(file.toString()));
    assertEquals(String.join("\n", expected), String.join("\n", found));
  }

  @Test
  void everyFormatHasASample() throws IOException {
    Set<String> read = new TreeSet<>();
    for (Path file : files(KEPT).toList()) {
      Files.readAllLines(file).stream()
          .filter(line -> line.startsWith("format   "))
          .forEach(line -> read.add(line.substring("format   ".length())));
    }
    List<String> without =
        NativeFormats.all().stream()
            .map(NativeFormat::name)
            .filter(name -> !read.contains(name))
            .toList();
    assertTrue(without.isEmpty(), () -> "no sample of " + without);
  }

  private static String kept(Path sample, String imported) throws IOException {
    Path kept = kept(sample);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(Objects.requireNonNull(kept.getParent()));
      Files.writeString(kept, imported);
    }
    assertTrue(
        Files.exists(kept),
        () -> "nothing is kept of this sample yet: run the test with -Dgolden.update=true");
    return Files.readString(kept);
  }

  private static Path kept(Path sample) {
    return KEPT.resolve(SAMPLES.relativize(sample) + ".txt");
  }

  private static String imported(Path sample) throws IOException {
    String name = Objects.requireNonNull(sample.getFileName()).toString();
    List<NativeOutput> outputs = NativeOutput.of(TextFile.of(name, Files.readAllBytes(sample)));
    List<String> lines = new ArrayList<>();
    for (NativeOutput output : outputs) {
      lines.add("format   " + output.format());
      output
          .hosts()
          .forEach(
              host ->
                  lines.add(
                      "server   "
                          + host.name()
                          + host.role().map(role -> ", " + role).orElse("")
                          + at(host.source())));
      output.times().forEach(time -> lines.add("time     " + time));
      output.collected().forEach(kind -> lines.add("all      " + kind));
      output
          .facts()
          .forEach(
              fact ->
                  lines.add("fact     " + fact(fact.of().apply(server(fact))) + at(fact.source())));
      output
          .errors()
          .forEach(error -> lines.add("error    " + error(error.error()) + at(error.source())));
      output
          .remarks()
          .forEach(
              remark ->
                  lines.add(
                      "%-8s ".formatted(remark.kind().name().toLowerCase(Locale.ROOT))
                          + remark.text()
                          + at(remark.source())));
    }
    return outputs.isEmpty() ? "no known format\n" : String.join("\n", lines) + "\n";
  }

  private static String server(Notes.NotedFact fact) {
    return fact.server().orElse("");
  }

  private static String at(Source source) {
    return "  (line " + source.line() + ")";
  }

  private static String fact(Fact fact) {
    StringBuilder text = new StringBuilder(Address.of(fact).toString());
    for (RecordShape.Component component :
        RecordShape.of(FactKind.of(fact.getClass())).components()) {
      Object value = component.value((Record) fact);
      boolean said = value != null && !value.equals(true) && !value.equals(Set.of());
      if (said && !component.key() && !component.name().equals("server")) {
        text.append(", ").append(component.name()).append(" ").append(value);
      } else if (Boolean.TRUE.equals(value) && !component.name().equals("present")) {
        text.append(", ").append(component.name());
      }
    }
    return text.toString();
  }

  private static String error(ReportedError error) {
    return error
        .toString()
        .replaceFirst("^ReportedError\\[", "")
        .replaceFirst("]$", "")
        .replaceAll("(?:, )?\\b\\w+=null\\b", "")
        .replaceFirst("^, ", "")
        .replace("\n", "\\n");
  }

  private static Stream<Path> files(Path root) {
    if (!Files.exists(root)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
