package dev.mabsplan.engine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class PlanHtmlTest {

  private static final Path TEMPLATES = Path.of("src", "main", "jte");
  private static final Pattern COLOUR = Pattern.compile("--([a-z]+): #([0-9a-f]{6});");
  private static final double AA = 4.5;

  static Stream<String> hostile() {
    return Stream.concat(
        PlanMarkdownTest.hostile().limit(100),
        Stream.of(
            "<script>alert(1)</script>",
            "</script><script>alert(1)</script>",
            "</style></code></pre><img src=x onerror=alert(1)>",
            "\" onmouseover=\"alert(1)",
            "' autofocus='",
            "javascript:alert(1)",
            "]]>",
            "<!-- -->",
            "&lt;b&gt;&amp;#60;",
            "%s %n ${1}",
            "right\u202eto left",
            "no\ufffecharacter\uffff",
            "null\u0000",
            "x".repeat(10_000)));
  }

  private static Document page(Plan plan) {
    return parsed(PlanHtml.write(plan, Detail.LEDGER));
  }

  private static Document parsed(String html) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(html)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(html, e);
    }
  }

  private static List<Element> elements(Document page) {
    NodeList nodes = page.getElementsByTagName("*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<Element> elements(Document page, String name) {
    return elements(page).stream().filter(one -> one.getTagName().equals(name)).toList();
  }

  private static List<Node> attributes(Element element) {
    List<Node> attributes = new ArrayList<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      attributes.add(element.getAttributes().item(i));
    }
    return attributes;
  }

  /** Returns the elements and their attributes, all texts left out. */
  private static List<String> frame(Document page) {
    return elements(page).stream()
        .map(one -> one.getTagName() + attributes(one).stream().map(Node::getNodeName).toList())
        // what is to be filled in has no button
        .filter(one -> !one.startsWith("button") && !one.equals("p[class]"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aFactAddsNoElementAndNoAttribute(String text) {
    assertEquals(
        frame(page(Plans.full(Language.ENGLISH, "harmless"))),
        frame(page(Plans.full(Language.ENGLISH, text))));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aFactIsShownAsItIs(String text) {
    String shown = page(Plans.full(Language.ENGLISH, text)).getDocumentElement().getTextContent();

    assertTrue(
        shown.replaceAll("\\s+", "").contains(Printable.of(text).replaceAll("\\s+", "")), shown);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void holdsNothingThatATerminalObeys(String text) {
    assertEquals(
        List.of(), Obeyed.in(PlanHtml.write(Plans.full(Language.ENGLISH, text), Detail.ALL)));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aFactIsNoPartOfTheScriptTheStyleOrThePolicy(String text) {
    Document harmless = page(Plans.full(Language.ENGLISH, "harmless"));
    Document page = page(Plans.full(Language.ENGLISH, text));

    for (String name : List.of("script", "style", "title")) {
      assertEquals(
          elements(harmless, name).stream().map(Node::getTextContent).toList(),
          elements(page, name).stream().map(Node::getTextContent).toList());
    }
    assertEquals(
        elements(harmless, "meta").stream().map(one -> one.getAttribute("content")).toList(),
        elements(page, "meta").stream().map(one -> one.getAttribute("content")).toList());
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void nothingIsLoadedOrRunFromAnAttribute(String text) {
    for (Element element : elements(page(Plans.full(Language.ENGLISH, text)))) {
      for (Node attribute : attributes(element)) {
        assertFalse(
            attribute.getNodeName().matches("on.*|src.*|style|action|formaction|data"),
            attribute::toString);
      }
      if (element.hasAttribute("href")) {
        assertEquals("a", element.getTagName());
        assertEquals("https://example.org/codes", element.getAttribute("href"));
      }
    }
  }

  @Test
  void thePolicyAllowsTheOneStyleAndTheOneScriptAndNothingElse() throws NoSuchAlgorithmException {
    Document page = page(Plans.full(Language.ENGLISH));

    assertEquals(1, elements(page, "style").size());
    assertEquals(1, elements(page, "script").size());
    assertEquals(
        "default-src 'none'; style-src '"
            + hash(elements(page, "style").get(0))
            + "'; script-src '"
            + hash(elements(page, "script").get(0))
            + "'; base-uri 'none'; form-action 'none'",
        elements(page, "meta").get(1).getAttribute("content"));
  }

  private static String hash(Element element) throws NoSuchAlgorithmException {
    byte[] text = element.getTextContent().getBytes(StandardCharsets.UTF_8);
    return "sha256-"
        + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
  }

  @Test
  void noTemplateWritesWithoutEscaping() throws IOException {
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      for (Path file : files.toList()) {
        assertFalse(Files.readString(file).contains("$unsafe"), file::toString);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.mabsplan.engine.pack.Language#all")
  void everyInputHasALabelAndEveryNameIsGivenOnce(Language language) {
    Document page = page(Plans.full(language));
    List<String> ids =
        elements(page).stream()
            .map(one -> one.getAttribute("id"))
            .filter(id -> !id.isEmpty())
            .toList();
    Set<String> labelled =
        elements(page, "label").stream()
            .map(one -> one.getAttribute("for"))
            .collect(Collectors.toSet());

    assertEquals(new HashSet<>(ids).size(), ids.size(), ids::toString);
    assertEquals(
        labelled,
        elements(page, "input").stream()
            .map(one -> one.getAttribute("id"))
            .collect(Collectors.toSet()));
    assertTrue(ids.containsAll(copied(page)));
    assertEquals(language.tag(), page.getDocumentElement().getAttribute("lang"));
  }

  private static Set<String> copied(Document page) {
    return elements(page, "button").stream()
        .map(button -> button.getAttribute("data-copies"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String shownFor(Document page, String suffix) {
    return elements(page, "code").stream()
        .filter(code -> code.getAttribute("id").endsWith(suffix))
        .map(Node::getTextContent)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void commandsThatAreWholeCanBeCopiedToTheLetter() {
    Document page = page(Plans.full(Language.ENGLISH, "D:\\ & <E>"));

    assertEquals("sc.exe config VSS start= demand\necho D:\\ & <E>", shownFor(page, "-run"));
    assertTrue(copied(page).stream().anyMatch(id -> id.endsWith("-run")));
  }

  @Test
  void commandsToFillInAreNotOfferedToBeCopied() {
    Document page = page(Plans.full(Language.ENGLISH, "<dataSource>"));

    assertTrue(shownFor(page, "-run").contains("<dataSource>"));
    assertFalse(copied(page).stream().anyMatch(id -> id.endsWith("-run")));
    assertTrue(copied(page).stream().anyMatch(id -> id.endsWith("-undo")));
  }

  @Test
  void theTicksOfAPlanAreItsOwnInAnyLanguage() {
    assertEquals(plan(Plans.full(Language.ENGLISH)), plan(Plans.full(Language.SWEDISH)));
    assertFalse(
        plan(Plans.full(Language.ENGLISH)).equals(plan(Plans.full(Language.ENGLISH, "E:\\"))));
    assertFalse(
        plan(Plans.of(Language.ENGLISH, Plans.bare("1", Status.TRY)))
            .equals(plan(Plans.of(Language.ENGLISH, Plans.destructive("1")))));
  }

  private static String plan(Plan plan) {
    return elements(page(plan), "body").get(0).getAttribute("data-plan");
  }

  @ParameterizedTest
  @EnumSource(Detail.class)
  void plansOfAllShapesAreWellFormed(Detail detail) {
    for (Plan plan : Plans.ofAllShapes()) {
      assertEquals("html", parsed(PlanHtml.write(plan, detail)).getDocumentElement().getTagName());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.mabsplan.engine.pack.Language#all")
  void aPageThatAnswersHasButtonsAndNothingToTick(Language language) {
    String part = PlanHtml.part(Plans.full(language), Detail.LEDGER);

    assertTrue(part.contains("data-outcome=\"failed\""), part);
    assertTrue(part.contains("data-is="), part);
    assertFalse(part.contains("<input") || part.contains("--is"), part);
  }

  @Test
  void whatIsLostIsSaid() {
    String html = PlanHtml.write(Plans.of(Language.ENGLISH, Plans.destructive("1")), Detail.BRIEF);

    assertTrue(
        html.contains("<strong>What is lost:</strong> every recovery point on disk</p>"), html);
  }

  /** By the formula of WCAG 2.2; {@code AA} is what it asks of text. */
  @Test
  void everyColourCanBeReadOnEveryGround() {
    String style = elements(page(Plans.empty(Language.ENGLISH)), "style").get(0).getTextContent();
    int dark = style.indexOf("prefers-color-scheme: dark");
    for (String scheme : List.of(style.substring(0, dark), style.substring(dark))) {
      Map<String, Double> light =
          COLOUR
              .matcher(scheme)
              .results()
              .collect(Collectors.toMap(one -> one.group(1), one -> luminance(one.group(2))));
      for (String ground : List.of("ground", "panel")) {
        for (String text : List.of("text", "muted", "accent", "danger")) {
          double a = light.getOrDefault(ground, Double.NaN) + 0.05;
          double b = light.getOrDefault(text, Double.NaN) + 0.05;
          assertTrue(Math.max(a, b) / Math.min(a, b) >= AA, text + " on " + ground);
        }
      }
    }
  }

  private static double luminance(String rgb) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double part = Integer.parseInt(rgb.substring(2 * i, 2 * i + 2), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
