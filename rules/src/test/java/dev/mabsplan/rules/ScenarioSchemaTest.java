package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mabsplan.engine.scenario.ScenarioFile;
import dev.mabsplan.engine.scenario.ScenarioReader;
import dev.mabsplan.facts.document.FactsDocument;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An editor that goes by the schema finds nothing wrong with a scenario of the catalog. */
class ScenarioSchemaTest {

  private static final Schema VALIDATOR =
      SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12,
              builder ->
                  builder.schemas(
                      Map.of(
                          "https://mabsplan.dev/schema/facts.schema.json", FactsDocument.schema())))
          .getSchema(ScenarioReader.schema(), InputFormat.JSON);

  static Stream<Named<ScenarioFile>> files() {
    return Catalog.files().map(file -> Named.of(file.name(), file));
  }

  @ParameterizedTest
  @MethodSource("files")
  void acceptsEveryFileOfTheCatalog(ScenarioFile file) {
    assertEquals(List.of(), VALIDATOR.validate(file.text(), InputFormat.YAML));
  }
}
