package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who runs the jar can see what is in it, and under which licences. */
@Tag("slow")
class JarTest {

  private static final Path JAR = Path.of("..", "rules", "target", "mabsplan.jar");

  private static final String SBOM = "META-INF/sbom/mabsplan.cdx.json";

  private static String text(String name) throws IOException {
    try (ZipFile jar = new ZipFile(JAR.toFile());
        InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The list is made by asking repositories, which Maven does not do offline. */
  private static List<JsonNode> components() throws IOException {
    List<JsonNode> components = new ArrayList<>();
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      assumeTrue(jar.getEntry(SBOM) != null, "an offline build makes no " + SBOM);
    }
    new ObjectMapper().readTree(text(SBOM)).get("components").forEach(components::add);
    return components;
  }

  @Test
  void theLicenceOfTheProjectIsInIt() throws IOException {
    assertEquals(Files.readString(Path.of("..", "LICENSE")), text("META-INF/LICENSE"));
  }

  @Test
  void whatIsInItIsListedWithVersionAndLicence() throws IOException {
    TreeSet<String> without = new TreeSet<>();
    for (JsonNode component : components()) {
      if (component.path("version").asText().isEmpty() || component.path("licenses").isEmpty()) {
        without.add(component.get("name").asText());
      }
    }
    assertEquals(new TreeSet<>(), without);
    assertTrue(components().size() > 20, () -> "of some thirty jars");
  }

  @Test
  void everyGroupIsNamedAmongTheLicencesOfOthers() throws IOException {
    String thirdParty = text("META-INF/THIRD-PARTY.txt");
    TreeSet<String> missing = new TreeSet<>();
    for (JsonNode component : components()) {
      String group = component.get("group").asText();
      boolean named =
          group.startsWith("dev.mabsplan")
              || thirdParty.contains("(" + group)
              || thirdParty.contains(", " + group)
              || (group.startsWith("commons-") && thirdParty.contains("Apache Commons"))
              || (group.equals("org.apache.commons") && thirdParty.contains("Apache Commons"))
              || (group.startsWith("com.fasterxml.jackson")
                  && thirdParty.contains("com.fasterxml.jackson"));
      if (!named) {
        missing.add(group + ":" + component.get("name").asText());
      }
    }
    assertEquals(new TreeSet<>(), missing);
  }
}
