package dev.mabsplan.engine.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mabsplan.engine.Golden;
import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.InvalidPackException;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.pack.SmallPack;
import dev.mabsplan.facts.fault.Fault;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of packs in which a fault of every kind is, layer by layer. */
class LintTest {

  private static Path folder(String pack) throws URISyntaxException {
    URL url = LintTest.class.getResource(pack + "/pack.yaml");
    return Path.of(Objects.requireNonNull(url).toURI()).resolve("..").normalize();
  }

  /** The pack as if it lay in a folder of its own name. */
  private static PackFiles files(String pack) throws URISyntaxException {
    return new PackFiles(pack, PackFiles.directory(folder(pack)).texts());
  }

  private static String said(List<Fault> faults) {
    StringBuilder lines = new StringBuilder();
    faults.forEach(fault -> lines.append(fault.message()).append('\n'));
    return lines.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"form", "meaning", "compiler"})
  void everyFaultOfALayerIsSaidInTheOrderOfTheFiles(String layer) throws URISyntaxException {
    Golden.assertSame("lint/" + layer + "/said.txt", said(Lint.check(List.of(files(layer)))));
  }

  @Test
  void nothingIsSaidOfAGoodPack() {
    SmallPack pack =
        SmallPack.good()
            .rule(
                "off",
                "  Service( $server : server, name == \"VSS\", startType == StartType.DISABLED )");
    assertEquals(List.of(), Lint.check(List.of(pack.files())));
  }

  @Test
  void theFormOfOnePackHidesNothingOfTheFormOfAnother() {
    PackFiles one = SmallPack.good().replace("pack.yaml", "version: 1.10\n", "").files();
    PackFiles other =
        SmallPack.good().renamed("other", "tape").with("tape/words.en.yaml", "- a").files();

    assertEquals(
        """
        other/tape/words.en.yaml:1:1: expected a mapping; found a list; write names with a colon
        pack/pack.yaml:1:1: expected "version"; found nothing
        """,
        said(Lint.check(List.of(one, other))));
  }

  @Test
  void aPlannerIsRefusedWithAllThatTheLintSays() throws URISyntaxException {
    for (String layer : List.of("form", "meaning", "compiler")) {
      List<Fault> refused =
          assertThrows(InvalidPackException.class, () -> Planner.withPacks(List.of(folder(layer))))
              .faults();

      assertEquals(
          Lint.check(List.of(PackFiles.directory(folder(layer)))).size(), refused.size(), layer);
    }
  }
}
