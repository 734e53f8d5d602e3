package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages of the project lead to each other, and to files, that are there. */
class LinksTest {

  private static final Pattern CODE = Pattern.compile("`[^`]*`");
  private static final Pattern TARGET = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Page page : Page.all()) {
      for (String target : targets(page)) {
        if (!leadsSomewhere(page, target)) {
          broken.add(page.path() + " links to " + target);
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void everyPageIsReachedFromTheFirst() throws IOException {
    Set<String> reached = new TreeSet<>();
    Map<String, Page> pages =
        Page.all().stream().collect(Collectors.toMap(LinksTest::name, page -> page));
    follow(pages, "README.md", reached);

    assertEquals(new TreeSet<>(pages.keySet()), reached);
    assertTrue(reached.contains("rules/catalog/README.md"), reached::toString);
  }

  private static void follow(Map<String, Page> pages, String name, Set<String> reached) {
    Page page = pages.get(name);
    if (page == null || !reached.add(name)) {
      return;
    }
    for (String target : targets(page)) {
      String path = target.replaceFirst("#.*", "");
      if (!path.isEmpty()) {
        follow(pages, name(page.path().resolveSibling(path)), reached);
      }
    }
  }

  private static boolean leadsSomewhere(Page page, String target) throws IOException {
    int hash = target.indexOf('#');
    String path = hash < 0 ? target : target.substring(0, hash);
    Path file = path.isEmpty() ? page.path() : page.path().resolveSibling(path);
    if (!Files.exists(file)) {
      return false;
    }
    return hash < 0
        || (Files.isRegularFile(file)
            && anchors(new Page(file, Files.readString(file)))
                .contains(target.substring(hash + 1)));
  }

  private static List<String> targets(Page page) {
    return page.prose().stream()
        .filter(line -> !line.startsWith("    "))
        .map(line -> CODE.matcher(line).replaceAll("code"))
        .flatMap(line -> TARGET.matcher(line).results())
        .map((MatchResult link) -> link.group(1))
        .filter(target -> !ELSEWHERE.matcher(target).matches())
        .toList();
  }

  /** As GitHub makes them of headings: a second one of the same words gets a number. */
  private static Set<String> anchors(Page page) {
    Map<String, Integer> times = new HashMap<>();
    Set<String> anchors = new TreeSet<>();
    for (String line : page.prose()) {
      if (line.matches("#{1,6} .*")) {
        String anchor =
            line.replaceFirst("#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
        int before = times.merge(anchor, 1, Integer::sum) - 1;
        anchors.add(before == 0 ? anchor : anchor + "-" + before);
      }
    }
    return anchors;
  }

  private static String name(Page page) {
    return name(page.path());
  }

  private static String name(Path path) {
    return Path.of("..")
        .toAbsolutePath()
        .normalize()
        .relativize(path.toAbsolutePath().normalize())
        .toString()
        .replace('\\', '/');
  }
}
