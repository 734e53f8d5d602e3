package dev.mabsplan.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.cli.serve.PlanServer;
import dev.mabsplan.engine.pack.Language;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** The page of {@code serve}. */
@Tag("slow")
@ExtendWith(InBrowser.class)
class ServedPageTest {

  private static final String REPORTED =
      "The replica of Volume D:\\ on FS01 is inconsistent with the protected data source. (ID 3106)";
  private static final String DONE =
      "document.getElementById('state').textContent === ''"
          + " && !document.querySelector('[aria-busy]') && !!document.querySelector('#plan h1')";

  private static PlanServer server;

  @BeforeAll
  static void start() throws IOException {
    server = PlanServer.start(Planner.shipped(), Language.ENGLISH, 0, "0123456789abcdef");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void open(Browser browser, Language language) {
    browser.open(
        URI.create(server.page().toString().replace("/#", "/?lang=" + language.tag() + "#")));
  }

  /** Pastes what is no message and can be no key, such as a facts document. */
  private static void paste(Browser browser, String text) {
    browser.run("document.getElementById('text').value = arguments[0]", text);
    browser.run("document.getElementById('ask').requestSubmit()");
    browser.waitUntil(DONE);
  }

  private static String several() throws IOException {
    return Files.readString(Path.of("facts", "two-servers-three-errors.json"));
  }

  private static void answer(Browser browser, String css) {
    browser.run("window.asked = document.querySelector('#plan h1')");
    browser.tabTo(css);
    browser.press(Keys.ENTER);
    browser.waitUntil(DONE + " && document.querySelector('#plan h1') !== window.asked");
  }

  private static void assertStayedHere(Browser browser) {
    for (String request : browser.requests()) {
      assertTrue(request.startsWith(server.origin() + "/"), request);
    }
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void aCaseIsSolvedWithAKeyboardAlone(Browser browser) {
    open(browser, Language.ENGLISH);
    browser.tabTo("#text");
    browser.press(REPORTED);
    browser.tabTo("button[type=submit]");
    browser.press(Keys.ENTER);
    browser.waitUntil(DONE);
    assertEquals("H1", browser.run("return document.activeElement.tagName"));
    assertEquals("", browser.run("return location.hash"));
    String first = browser.text(".step code");
    String plan = steps(browser);

    answer(browser, "[data-outcome=failed]");
    String second = browser.text(".step code");
    assertFalse(second.equals(first), second);
    assertTrue(browser.text("#difference pre").contains("1"), browser.text("#difference pre"));

    answer(browser, "[data-outcome=impossible]");
    browser.reload();
    browser.waitUntil(DONE);
    answer(browser, "#back");
    assertEquals(second, browser.text(".step code"));
    answer(browser, "#back");
    assertEquals(plan, steps(browser));
    assertFalse(browser.text("#plan").contains("request"), browser.text("#plan"));

    browser.tabTo("[data-copies]");
    browser.press(Keys.ENTER);
    browser.waitUntil("document.getElementById('said').textContent === 'Copied'");
    assertEquals(
        browser.run(
            "return document.getElementById(document.activeElement.dataset.copies).textContent"),
        browser.clipboard());

    answer(browser, "[data-outcome=helped]");
    assertTrue(
        browser.text("#plan").contains("Nothing is known to be wrong"), browser.text("#plan"));
    assertStayedHere(browser);
  }

  private static String steps(Browser browser) {
    return String.valueOf(
        browser.run(
            "return [...document.querySelectorAll('.step h3')].map(e => e.textContent).join('\\n')"));
  }

  @Test
  void whyNotIsAskedWithAKeyboard(Browser browser) {
    open(browser, Language.SWEDISH);
    paste(browser, REPORTED);
    browser.tabTo("#id");
    browser.press("replica/vss-disabled", Keys.ENTER);
    browser.waitUntil("!document.getElementById('because').hidden");
    assertTrue(browser.text("#because").contains("replica/vss-disabled"));
    assertStayedHere(browser);
  }

  @Test
  void whatAnErrorMayBeIsChosenOnThePage(Browser browser) throws IOException {
    open(browser, Language.ENGLISH);
    paste(browser, several());
    assertEquals("What it may be", browser.text("aside h2"));
    assertFalse(browser.text("#plan").contains("--is"), browser.text("#plan"));
    assertEquals("families/tape-hardware", browser.text("li[data-is] code"));
    answer(browser, "li[data-is] > button:not([data-copies])");
    assertEquals(List.of(), browser.all("li[data-is]"));
    assertStayedHere(browser);
  }

  @ParameterizedTest
  @MethodSource("dev.mabsplan.engine.pack.Language#all")
  void nothingBarsAnybodyFromIt(Language language, Browser browser) throws IOException {
    open(browser, language);
    assertPassable(browser);
    paste(browser, several());
    answer(browser, "[data-outcome=failed]");
    assertPassable(browser);
  }

  private static void assertPassable(Browser browser) {
    for (String scheme : Browser.SCHEMES) {
      for (int width : Browser.WIDTHS) {
        browser.look(width, scheme);
        assertEquals(List.of(), browser.barriers(), scheme + " " + width);
        assertEquals(List.of(), browser.sticksOut(), scheme + " " + width);
      }
    }
  }

  @Test
  void whatFactsHoldIsTextAndNothingElse(Browser browser) {
    open(browser, Language.ENGLISH);
    paste(browser, Hostile.facts());
    for (int width : Browser.WIDTHS) {
      browser.look(width, "light");
      assertEquals(List.of(), browser.sticksOut(), "at " + width);
    }
    browser.run("document.querySelectorAll('body *').forEach(e => { e.focus(); })");
    assertTrue(browser.text("#plan").contains("<script>window.ran=1</script>"));
    assertNull(browser.run("return window.ran || null"));
    assertEquals(0, browser.all("img").size());
    assertStayedHere(browser);
  }

  @Test
  void whoOpensTheAddressAnewInTheSameTabIsLetIn(Browser browser) {
    browser.open(URI.create(server.origin() + "/"));
    assertFalse(browser.text("#state").isEmpty());
    browser.run("location.hash = arguments[0]", server.page().getFragment());
    browser.waitUntil("document.getElementById('state').textContent === ''");
    paste(browser, REPORTED);
    assertStayedHere(browser);
  }

  @Test
  void thatTheServerIsGoneIsSaid(Browser browser) throws IOException {
    PlanServer other = PlanServer.start(Planner.shipped(), Language.ENGLISH, 0, "0123456789abcdef");
    browser.open(other.page());
    other.close();
    browser.run("document.getElementById('text').value = 'x'");
    browser.run("document.getElementById('ask').requestSubmit()");
    browser.waitUntil(
        "document.getElementById('state').textContent === 'The server does not answer.'");
  }
}
