package dev.mabsplan.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanHtml;
import dev.mabsplan.facts.document.FactsDocument;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** The page of {@code plan -f html}, opened from the disk. */
@Tag("slow")
@ExtendWith(InBrowser.class)
class PlanFileTest {

  private static final Planner PLANNER = Planner.shipped();
  private static final Path FACTS = Path.of("facts");

  private static final Path PICTURE = Path.of("..", ".github", "plan.png");
  private static final int MOST_BYTES = 150_000;

  @TempDir private Path folder;

  private URI file(String facts, Language language) throws IOException {
    Path file = folder.resolve("plan.html");
    Files.writeString(
        file, PlanHtml.write(PLANNER.plan(FactsDocument.parse(facts), language), Detail.LEDGER));
    return file.toUri();
  }

  private static String example(String name) throws IOException {
    return Files.readString(FACTS.resolve(name + ".json"));
  }

  @ParameterizedTest
  @MethodSource("dev.mabsplan.engine.pack.Language#all")
  void nothingBarsAnybodyFromIt(Language language, Browser browser) throws IOException {
    browser.open(file(example("two-servers-three-errors"), language));
    for (String scheme : Browser.SCHEMES) {
      for (int width : Browser.WIDTHS) {
        browser.look(width, scheme);
        assertEquals(List.of(), browser.barriers(), scheme + " " + width);
        assertEquals(List.of(), browser.sticksOut(), scheme + " " + width);
      }
    }
  }

  @Test
  void aKeyboardIsEnough(Browser browser) throws IOException {
    URI address = file(example("vss-disabled"), Language.ENGLISH);
    browser.open(address);

    browser.tabTo("button");
    browser.press(Keys.ENTER);
    browser.waitUntil("document.getElementById('said').textContent === 'Copied'");
    assertEquals("sc.exe config VSS start= demand\nsc.exe start VSS", browser.clipboard());

    browser.reload();
    browser.tabTo("input[type=checkbox]");
    browser.press(Keys.SPACE);
    browser.tabTo("input[type=radio]");
    browser.press(Keys.ARROW_DOWN);
    browser.press(Keys.ARROW_DOWN);
    assertTicked(browser);
    browser.tabTo("summary");
    browser.press(Keys.ENTER);
    assertEquals(1, browser.all("details[open]").size());

    browser.reload();
    assertTicked(browser);
    assertEquals(Set.of(address.toString()), Set.copyOf(browser.requests()));
    assertEquals(List.of(), browser.complaints());
  }

  private static void assertTicked(Browser browser) {
    assertEquals(
        "on failed",
        browser.run(
            "return [...document.querySelectorAll('.step:first-of-type input:checked')].slice(0, 2)"
                + ".map(i => i.value).join(' ')"));
  }

  @Test
  void everyCommandIsCopiedToTheLetter(Browser browser) throws IOException {
    browser.open(file(example("two-servers-three-errors"), Language.SWEDISH));
    assertFalse(browser.all("button").isEmpty());
    browser.run(
        "window.wrote = []; navigator.clipboard.writeText = t => (window.wrote.push(t), Promise.resolve())");
    browser.run("document.querySelectorAll('button').forEach(b => b.click())");
    assertEquals(
        browser.run(
            "return [...document.querySelectorAll('button')].map(b =>"
                + " document.getElementById(b.dataset.copies).textContent)"),
        browser.run("return window.wrote"));
  }

  @Test
  void whatFactsHoldIsTextAndNothingElse(Browser browser) throws IOException {
    URI address = file(Hostile.facts(), Language.ENGLISH);
    browser.open(address);
    for (int width : Browser.WIDTHS) {
      browser.look(width, "light");
      assertEquals(List.of(), browser.sticksOut(), "at " + width);
    }
    browser.run("document.querySelectorAll('body *').forEach(e => { e.focus(); })");
    assertTrue(browser.text("body").contains("<script>window.ran=1</script>"));
    assertNull(browser.run("return window.ran || null"));
    assertEquals(0, browser.all("img").size());
    assertEquals(List.of(address.toString()), browser.requests());
    assertEquals(List.of(), browser.complaints());
  }

  /** Takes the picture that the README shows, anew where golden files are. */
  @Test
  void thePictureOfItIsNotTooLarge(Browser browser) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      browser.look(1280, "light");
      browser.open(file(example("vss-disabled"), Language.ENGLISH));
      browser.picture(PICTURE);
    }
    assertTrue(Files.size(PICTURE) < MOST_BYTES);
  }
}
