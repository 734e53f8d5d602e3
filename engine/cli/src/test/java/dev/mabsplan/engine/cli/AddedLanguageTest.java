package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.cli.terminal.Streams;
import dev.mabsplan.engine.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder of words on the class path is a language, and needs no line of code. */
@Tag("slow")
class AddedLanguageTest {

  private static final String STOPPED =
      """
      {"servers": [{"name": "MABS01", "role": "backupServer",
        "services": [{"name": "TapeDriver", "state": "stopped"}]}],
       "errors": [{"id": 4242}]}
      """;

  @TempDir private Path added;

  @BeforeEach
  void addWords() throws IOException {
    Path words = Files.createDirectories(added.resolve("dev/mabsplan/engine/words/eo"));
    Files.writeString(words.resolve("explain.properties"), "looks/title=Bazaj kontroloj\n");
    Files.writeString(words.resolve("render.properties"), "labels/verify=kontrolu\n");
  }

  /** Runs the command with the words on its class path. */
  private Ran mabsplan(String in, String... args) throws IOException, ReflectiveOperationException {
    List<URL> path = new ArrayList<>(List.of(added.toUri().toURL()));
    StringTokenizer entries =
        new StringTokenizer(System.getProperty("java.class.path"), File.pathSeparator);
    while (entries.hasMoreTokens()) {
      path.add(Path.of(entries.nextToken()).toUri().toURL());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      thread.setContextClassLoader(loader);
      Constructor<?> streams = constructor(loader, Streams.class);
      Constructor<?> terminal = constructor(loader, Terminal.class);
      Method run =
          loader
              .loadClass(Mabsplan.class.getName())
              .getDeclaredMethod(
                  "run",
                  streams.getDeclaringClass(),
                  terminal.getDeclaringClass(),
                  Map.class,
                  String[].class);
      run.setAccessible(true);
      Object three =
          streams.newInstance(
              new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
              new PrintStream(out, true, StandardCharsets.UTF_8),
              new PrintStream(err, true, StandardCharsets.UTF_8));
      Object pipe = terminal.newInstance(false, 80, StandardCharsets.UTF_8, false);
      int code = (int) run.invoke(null, three, pipe, Map.of(), args);
      return new Ran(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  private static Constructor<?> constructor(ClassLoader loader, Class<?> type)
      throws ClassNotFoundException {
    Constructor<?> constructor =
        Stream.of(loader.loadClass(type.getName()).getDeclaredConstructors())
            .max(Comparator.comparingInt(Constructor::getParameterCount))
            .orElseThrow();
    constructor.setAccessible(true);
    return constructor;
  }

  @Test
  void isListedAndSpoken() throws IOException, ReflectiveOperationException {
    String help = mabsplan("", "plan", "--help").out();
    Ran plan = mabsplan(STOPPED, "plan", "-", "--lang", "eo");
    Ran json = mabsplan(STOPPED, "plan", "-", "--lang", "eo", "-f", "json");

    assertTrue(help.contains("en, eo, sv"), help);
    assertEquals(0, plan.code(), plan.err());
    assertTrue(plan.out().contains("kontrolu"), plan.out());
    assertTrue(json.out().contains("\"language\":\"eo\""), json.out());
    assertTrue(mabsplan("", "plan", "-", "--lang", "de").err().contains("en or eo or sv"));
  }

  @ParameterizedTest
  @CsvSource({"guide, sv", "serve, sv"})
  void whatTheCommandSaysInEnglishItSaysInEveryLanguage(String part, String tag)
      throws IOException {
    assertEquals(keys("en", part), keys(tag, part));
  }

  private static Set<String> keys(String tag, String part) throws IOException {
    String file = "/dev/mabsplan/engine/words/" + tag + "/" + part + ".properties";
    Properties words = new Properties();
    try (InputStream in =
        Objects.requireNonNull(AddedLanguageTest.class.getResourceAsStream(file), file)) {
      words.load(in);
    }
    return words.stringPropertyNames();
  }
}
