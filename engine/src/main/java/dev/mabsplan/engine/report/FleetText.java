package dev.mabsplan.engine.report;

import dev.mabsplan.engine.fleet.Fix;
import dev.mabsplan.engine.fleet.FleetSummary;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.OwnWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes for people what to mend first across a fleet. */
public final class FleetText {

  /** As many as somebody hands out in a morning. */
  private static final int MOST_GROUPS = 20;

  private static final int MOST_NAMES = 5;
  private static final int INDENT = 2;
  private static final int BELOW = 6;

  private final Page page;
  private final OwnWords phrases;
  private final Language language;

  private FleetText(Page page, Language language) {
    this.page = page;
    this.phrases = OwnWords.of("report", language);
    this.language = language;
  }

  /**
   * Returns the summary.
   *
   * @param width columns to keep to; ids are never broken
   * @param bold whether headings may be set bold by escape sequences
   */
  public static String write(
      FleetSummary.Result summary, Language language, int width, boolean bold) {
    return new FleetText(new Page(width, bold), language).text(summary);
  }

  private String text(FleetSummary.Result summary) {
    page.paragraph(
        0,
        phrases.say(
            "fleet/documents",
            "documents",
            count(summary.documents()),
            "withProblems",
            count(summary.withProblems()),
            "broken",
            count(summary.broken())));
    if (summary.servers() < summary.documents() - summary.broken()) {
      page.paragraph(0, phrases.say("fleet/servers", "servers", count(summary.servers())));
    }
    if (summary.compared() > 0) {
      page.paragraph(
          0,
          phrases.say(
              "fleet/since", "solved", count(summary.solved()), "added", count(summary.added())));
    }
    if (summary.fixes().isEmpty()) {
      page.blank().paragraph(0, phrases.say("fleet/none"));
    }
    part("sure", summary.fixes().stream().filter(Fix::sure).toList());
    part("open", summary.fixes().stream().filter(fix -> !fix.sure()).toList());
    return page.text();
  }

  private void part(String heading, List<Fix> fixes) {
    if (fixes.isEmpty()) {
      return;
    }
    page.blank().heading(phrases.say("fleet/" + heading));
    List<List<Fix>> groups = groups(fixes);
    List<List<Fix>> shown = groups.subList(0, Math.min(MOST_GROUPS, groups.size()));
    shown.forEach(this::group);
    int left = fixes.size() - shown.stream().mapToInt(List::size).sum();
    if (left > 0) {
      page.paragraph(INDENT, phrases.say("fleet/rest", "count", count(left)));
    }
  }

  /** What is worth the same with the same remedy stands next to each other, and is said once. */
  private static List<List<Fix>> groups(List<Fix> fixes) {
    List<List<Fix>> groups = new ArrayList<>();
    for (Fix fix : fixes) {
      List<Fix> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
      if (!last.isEmpty() && isAlike(last.get(0), fix)) {
        last.add(fix);
      } else {
        groups.add(new ArrayList<>(List.of(fix)));
      }
    }
    return groups;
  }

  private static boolean isAlike(Fix one, Fix other) {
    return one.remedy().equals(other.remedy())
        && one.minutes() == other.minutes()
        && one.weight() == other.weight()
        && one.servers() == other.servers();
  }

  private void group(List<Fix> group) {
    Fix first = group.get(0);
    page.paragraph(
        INDENT,
        phrases.say(
            "fleet/fix",
            "title",
            first.title(),
            "server",
            phrases.server(first.server()),
            "minutes",
            count(first.minutes()),
            "servers",
            first.servers() == 1
                ? phrases.say("fleet/oneServer")
                : phrases.say("fleet/manyServers", "count", count(first.servers()))));
    page.line(BELOW, first.remedy());
    if (first.servers() > 1) {
      page.paragraph(
          BELOW, phrases.say("fleet/helps", "names", names(first.names(), first.servers())));
    }
    if (group.size() > 1) {
      List<String> others =
          group.stream()
              .skip(1)
              .limit(MOST_NAMES)
              .map(fix -> phrases.server(fix.server()))
              .toList();
      page.paragraph(BELOW, phrases.say("fleet/others", "names", names(others, group.size() - 1)));
    }
  }

  private String names(List<String> names, int all) {
    List<String> shown = names.subList(0, Math.min(MOST_NAMES, names.size()));
    String text = String.join(", ", shown);
    return all > shown.size()
        ? text + " " + phrases.say("fleet/more", "count", count(all - shown.size()))
        : text;
  }

  private String count(long number) {
    return String.format(Locale.forLanguageTag(language.tag()), "%,d", number);
  }
}
