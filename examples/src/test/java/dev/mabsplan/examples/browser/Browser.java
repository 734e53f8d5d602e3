package dev.mabsplan.examples.browser;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium without a window, and the hands of somebody who has a keyboard only. */
final class Browser implements AutoCloseable {

  /** What a narrow and a wide window is, in CSS pixels. */
  static final List<Integer> WIDTHS = List.of(400, 1280);

  static final List<String> SCHEMES = List.of("light", "dark");

  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final Pattern REQUEST =
      Pattern.compile(
          "\"Network\\.(?:requestWillBeSent|webSocketCreated)\".*?\"url\":\"([^\"]*)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int HEIGHT = 900;
  private static final int MOST_STOPS = 400;

  /** It complains of browsers that are newer than itself, and is held here to stay silent. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Returns whether there is a browser with its driver, from Debian's packages. */
  static boolean isThere() {
    return Files.isExecutable(PROGRAM) && Files.isExecutable(DRIVER);
  }

  static Browser start() {
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(PROGRAM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--no-first-run",
        // nothing but this machine has an address
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build(),
            options);
    driver.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
    driver.executeCdpCommand(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    return new Browser(driver);
  }

  @Override
  public void close() {
    driver.quit();
  }

  /** Opens an address as if it were for the first time. */
  void open(URI address) {
    driver.get(address.toString().replaceFirst("#.*", ""));
    // a page that is still planning would keep its facts once more
    waitUntil("!document.querySelector('[aria-busy]')");
    run("localStorage.clear(); sessionStorage.clear()");
    // an address that differs behind its # only is not opened anew
    driver.get("about:blank");
    driver.manage().logs().get(LogType.PERFORMANCE);
    driver.manage().logs().get(LogType.BROWSER);
    driver.get(address.toString());
  }

  void reload() {
    driver.navigate().refresh();
  }

  void look(int width, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Writes what is to be seen, without the transparency that nothing here has. */
  void picture(Path file) throws IOException {
    byte[] taken = driver.getScreenshotAs(OutputType.BYTES);
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(taken));
    BufferedImage plain =
        new BufferedImage(seen.getWidth(), seen.getHeight(), BufferedImage.TYPE_INT_RGB);
    plain.createGraphics().drawImage(seen, 0, 0, null);
    ImageIO.write(plain, "png", file.toFile());
  }

  /** Returns what a script returns. */
  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  String text(String css) {
    return String.valueOf(
        run("const e = document.querySelector(arguments[0]); return e && e.textContent", css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  void waitUntil(String script) {
    new WebDriverWait(driver, PATIENCE)
        .withMessage(() -> script + " in\n" + text("body"))
        .until(any -> Boolean.TRUE.equals(run("return " + script)));
  }

  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Presses the tabulator until what has the focus is as the selector says. */
  void tabTo(String css) {
    List<String> stops = new ArrayList<>();
    for (int i = 0; i < MOST_STOPS; i++) {
      press(Keys.TAB);
      if (has("document.activeElement.matches(arguments[0])", css)) {
        assertTrue(
            has(
                "document.activeElement.getClientRects().length > 0"
                    + " && getComputedStyle(document.activeElement).outlineStyle !== 'none'"),
            () -> css + " has the focus and does not show it");
        return;
      }
      stops.add(String.valueOf(run("return document.activeElement.outerHTML.slice(0, 80)")));
    }
    throw new AssertionError(css + " is not among " + stops);
  }

  private boolean has(String condition, Object... arguments) {
    return Boolean.TRUE.equals(run("return " + condition, arguments));
  }

  String clipboard() {
    return String.valueOf(
        driver.executeAsyncScript(
            "const done = arguments[0]; navigator.clipboard.readText().then(done, e => done('' + e))"));
  }

  /**
   * Returns what the accessibility rules find, as the page lies there with all parts open. What is
   * deprecated is to look at a page in its own window alone; it has no frames.
   */
  @SuppressWarnings("deprecation")
  List<String> barriers() {
    run("document.querySelectorAll('details:not([hidden])').forEach(d => d.open = true)");
    AxeBuilder axe = new AxeBuilder().withTags(TAGS).setLegacyMode(true);
    Results found = axe.analyze(driver);
    assertFalse(found.getPasses().isEmpty());
    return found.getViolations().stream().map(Browser::told).toList();
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream()
            .map(node -> node.getHtml() + " " + node.getFailureSummary())
            .toList();
  }

  /** Returns what sticks out at the right of the window; empty where nobody has to scroll. */
  List<String> sticksOut() {
    boolean scrolls =
        has("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    Object wide =
        run(
            "return [...document.querySelectorAll('body *')].filter(e =>"
                + " e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)"
                + ".map(e => e.outerHTML.slice(0, 120))");
    return scrolls ? List.of(String.valueOf(wide)) : List.of();
  }

  /** Returns the addresses that were asked for since the page was opened. */
  List<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> REQUEST.matcher(entry.getMessage().replaceAll("\"documentURL\":", "")))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .toList();
  }

  /** Returns what the browser has to say of the page, such as what its policy stopped. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(Object::toString)
        .toList();
  }
}
