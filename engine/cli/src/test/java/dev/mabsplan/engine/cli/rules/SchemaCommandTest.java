package dev.mabsplan.engine.cli.rules;

import static dev.mabsplan.engine.cli.Ran.mabsplan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaCommandTest {

  @Test
  void aKeyIsExplained() {
    mabsplan("schema", "site", "because").ended(0).says("remedies.NAME.because");
    mabsplan("schema", "probes", "a-name.tells")
        .ended(0)
        .says("NAME.tells", "a list of text; must be there");
  }

  @ParameterizedTest
  @EnumSource(SchemaCommand.Document.class)
  void everyDocumentHasKeysToExplain(SchemaCommand.Document document) {
    mabsplan("schema", document.toString(), "--keys").ended(0).says("\n  ");
  }

  @Test
  void aKeyThatIsNoneIsToldTheNearest() {
    assertEquals(
        new Ran(2, "", "mabsplan: no key of probes is called \"tell\"; did you mean \"tells\"?\n"),
        mabsplan("schema", "probes", "tell"));
  }

  @Test
  void oneKeyOrAll() {
    mabsplan("schema", "probes", "tells", "--keys").ended(2).says("schema takes a KEY or --keys");
  }
}
