package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Who takes the versions of our jars from the BOM misses none, and gets no version of others. */
class BomTest {

  private static final Path ROOT = Path.of("..");
  private static final Path BOM = Path.of("..", "engine", "bom", "pom.xml");
  private static final XPath XPATH = XPathFactory.newInstance().newXPath();

  private static List<String> at(Path pom, String path) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    NodeList nodes = (NodeList) XPATH.evaluate(path, document, XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent().strip());
    }
    return texts;
  }

  private static Map<String, String> plugins(Path pom) throws Exception {
    String plugin = "//plugin[version]/";
    List<String> names = at(pom, plugin + "artifactId");
    List<String> versions = at(pom, plugin + "version");
    Map<String, String> plugins = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      plugins.put(names.get(i), versions.get(i));
    }
    return plugins;
  }

  @Test
  void everyJarThatIsPublishedIsInIt() throws Exception {
    Set<String> published = new TreeSet<>();
    for (String module : at(ROOT.resolve("pom.xml"), "/project/modules/module")) {
      Path pom = ROOT.resolve(module).resolve("pom.xml");
      assertTrue(Files.isRegularFile(pom), pom::toString);
      if (at(pom, "/project/packaging").isEmpty()) {
        published.addAll(at(pom, "/project/artifactId"));
      }
    }
    published.remove("mabsplan-examples");

    assertEquals(
        published,
        new TreeSet<>(at(BOM, "/project/dependencyManagement/dependencies/dependency/artifactId")));
    assertEquals(
        Set.of("${project.version}"),
        Set.copyOf(at(BOM, "/project/dependencyManagement/dependencies/dependency/version")));
  }

  @Test
  void whatItCannotInheritIsAsInTheParent() throws Exception {
    Path parent = ROOT.resolve("pom.xml");
    assertEquals(at(parent, "/project/version"), at(BOM, "/project/version"));
    assertEquals(at(parent, "/project/groupId"), at(BOM, "/project/groupId"));
    Map<String, String> expected = plugins(parent);
    expected.keySet().retainAll(plugins(BOM).keySet());
    assertEquals(expected, plugins(BOM));
  }
}
