package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mabsplan.engine.pack.PackSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shipped is as the schemas say, so an editor that goes by them finds nothing wrong. */
class PackSchemaTest {

  @ParameterizedTest
  @CsvSource({"PACK, pack.yaml", "TOPIC, topic.yaml", "WORDS, words.*.yaml", "PROBES, probes.yaml"})
  void holdsForWhatIsShipped(PackSchema schema, String glob) throws IOException {
    var validator =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema.text(), InputFormat.JSON);
    var named = Catalog.ROOT.getFileSystem().getPathMatcher("glob:" + glob);
    for (Path pack : Catalog.PACKS) {
      try (Stream<Path> files = Files.walk(pack, 2)) {
        for (Path file : files.filter(one -> named.matches(one.getFileName())).sorted().toList()) {
          assertEquals(
              List.of(),
              validator.validate(Files.readString(file), InputFormat.YAML).stream()
                  .map(error -> file + ": " + error)
                  .toList());
        }
      }
    }
  }
}
