package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the command tells of every option of every command, and of none besides. */
class CommandPageTest {

  private static final Path PAGE = Path.of("README.md");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])-(?:-[a-z][a-z-]+|[a-z]\\b)");
  private static final Map<String, String> SHORT = Map.of("-f", "--format", "-o", "--output");

  /** What belongs to every command is said once. */
  private static final Set<String> OF_ALL = Set.of("-h", "--help", "--version");

  @ParameterizedTest
  @CsvSource({
    "plan, plan",
    "diff, diff",
    "what-if, what-if",
    "explain, explain",
    "guide, guide",
    "serve, serve",
    "import, import",
    "collect, collect",
    "test, test",
    "lint, lint",
    "rules list, rules",
    "rules show, rules",
    "rules problems, rules",
    "rules remedies, rules",
    "new-topic, new-topic",
    "schema, schema",
    "outcomes, outcomes and likelihoods",
    "likelihoods, outcomes and likelihoods",
    "completion, completion and manual",
    "fleet, fleet",
    "warmup, warmup"
  })
  void itsSynopsisHasTheOptionsThatTheCommandHas(String command, String heading)
      throws IOException {
    Set<String> has = found(OPTION, Ran.mabsplan((command + " --help").split(" ", -1)).out());
    has.removeAll(OF_ALL);
    Set<String> told = found(OPTION, synopsis(command, heading));
    assertEquals(has, told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan",
        "diff",
        "what-if",
        "explain",
        "import",
        "collect",
        "test",
        "lint",
        "rules",
        "rules list",
        "rules show",
        "rules problems",
        "rules remedies",
        "rules conditions",
        "new-topic",
        "schema",
        "guide",
        "serve",
        "outcomes",
        "likelihoods",
        "completion",
        "manual",
        "fleet",
        "warmup"
      })
  void itsHelpHasExitCodesAndTwoExamples(String command) {
    String help = Ran.mabsplan((command + " --help").split(" ", -1)).out();

    assertTrue(help.contains("Exit codes:\n"), help);
    assertTrue(
        help.lines().anyMatch(line -> line.matches(" +1 +a fault of mabsplan itself.*")), help);
    String examples = help.substring(help.indexOf("Examples:"));
    assertTrue(examples.lines().filter(line -> line.contains("mabsplan ")).count() >= 2, help);
  }

  @ParameterizedTest
  @CsvSource({"plan", "test", "new-topic", "fleet"})
  void itsTableHasTheOptionsOfTheSynopsis(String command) throws IOException {
    String section = section(command);
    String table =
        section.lines().filter(line -> line.startsWith("| `")).collect(Collectors.joining("\n"));
    for (String option : found(OPTION, synopsis(command, command))) {
      assertTrue(table.contains("`" + option), () -> option + " is not in the table of " + command);
    }
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(option -> SHORT.getOrDefault(option, option))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The indented lines that begin with the command, and those that go on below. */
  private static String synopsis(String command, String heading) throws IOException {
    String opening = "\n    mabsplan " + command + " ";
    String section = section(heading);
    int start = section.indexOf(opening);
    assertTrue(start >= 0, () -> "no synopsis of " + command);
    return section
        .substring(start + 1)
        .lines()
        .takeWhile(line -> line.startsWith("    "))
        .filter(line -> line.startsWith(opening.substring(1)) || line.startsWith("      "))
        .collect(Collectors.joining("\n"));
  }

  private static String section(String heading) throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("\n## " + heading + "\n");
    assertTrue(start >= 0, () -> "no section " + heading);
    int end = page.indexOf("\n## ", start + 1);
    return page.substring(start, end < 0 ? page.length() : end);
  }
}
