package dev.mabsplan.engine.report;

import static java.util.stream.Collectors.toSet;

import dev.mabsplan.engine.compare.PlanDifference;
import dev.mabsplan.engine.compare.PlanDifference.Changed;
import dev.mabsplan.engine.compare.PlanGist;
import dev.mabsplan.engine.compare.PlanGist.Step;
import dev.mabsplan.engine.foresight.Choice;
import dev.mabsplan.engine.foresight.Joint;
import dev.mabsplan.engine.foresight.Outlook;
import dev.mabsplan.engine.foresight.Prospect;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.OwnWords;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.facts.gathered.Address;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes for people what the answers to questions would make of a plan. */
public final class OutlookText {

  private static final int INDENT = 2;
  private static final int BELOW = 4;

  /** What an answer changes that is told; the rest is counted. */
  private static final int MOST_EFFECTS = 3;

  private static final int MOST_JOINTS = 3;

  private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB");
  private static final BigDecimal STEP = BigDecimal.valueOf(1024);

  private final Page page;
  private final OwnWords phrases;

  private OutlookText(Page page, OwnWords phrases) {
    this.page = page;
    this.phrases = phrases;
  }

  /**
   * Returns questions, the command that answers each, and what each answer would do. What can
   * change nothing is only counted.
   *
   * @param width columns to keep to; commands and addresses are never broken
   * @param bold whether headings may be set bold by escape sequences
   */
  public static String questions(
      Collection<Outlook> outlooks, Language language, int width, boolean bold) {
    OutlookText text = new OutlookText(new Page(width, bold), OwnWords.of("report", language));
    List<Outlook> asked = outlooks.stream().filter(outlook -> !outlook.isIdle()).toList();
    asked.forEach(text::question);
    text.notAsked(asked.isEmpty(), outlooks.size() - asked.size());
    return text.page.text().stripTrailing() + "\n";
  }

  /**
   * Returns what each answer would do, for whoever sees the questions already; nothing of those of
   * which no change can be said.
   */
  public static String answers(
      Collection<Outlook> outlooks, Language language, int width, boolean bold) {
    OutlookText text = new OutlookText(new Page(width, bold), OwnWords.of("report", language));
    outlooks.stream()
        .filter(outlook -> outlook.changesSomething() || !outlook.joints().isEmpty())
        .forEach(
            outlook -> {
              text.page.paragraph(INDENT, text.title(outlook.question()));
              text.answers(inShort(outlook), BELOW);
            });
    return text.page.text();
  }

  /** Of a fact that changes nothing, whatever it is, nothing need be said beside one that does. */
  private static Outlook inShort(Outlook outlook) {
    Set<Address> telling =
        outlook.prospects().stream().filter(Prospect::changes).map(Prospect::fact).collect(toSet());
    return telling.isEmpty()
        ? outlook
        : new Outlook(
            outlook.question(),
            outlook.prospects().stream()
                .filter(prospect -> telling.contains(prospect.fact()))
                .toList(),
            outlook.joints(),
            outlook.whole());
  }

  /**
   * Returns what it would do to choose each of the candidates of an error, numbered in their order.
   */
  public static String candidates(
      List<Prospect> prospects, Language language, int width, boolean bold) {
    OutlookText text = new OutlookText(new Page(width, bold), OwnWords.of("report", language));
    for (int i = 0; i < prospects.size(); i++) {
      text.page.paragraph(INDENT, (i + 1) + ": " + text.chosen(prospects.get(i)));
    }
    return text.page.text();
  }

  private void question(Outlook outlook) {
    page.heading(title(outlook.question()));
    outlook.question().command().ifPresent(command -> page.line(INDENT, command));
    answers(outlook, INDENT);
    page.blank();
  }

  private String title(Question question) {
    String decides =
        question.decides().isEmpty()
            ? ""
            : ", " + phrases.say("answers/decides", "steps", String.join(", ", question.decides()));
    return capital(question.label())
        + " ("
        + phrases.server(question.server())
        + ", "
        + phrases.say("answers/minutes", "n", String.valueOf(question.minutes()))
        + decides
        + ")";
  }

  private void answers(Outlook outlook, int indent) {
    boolean several = outlook.question().facts().size() > 1;
    String fact = "";
    for (Prospect prospect : outlook.prospects()) {
      if (several && !fact.equals(prospect.fact().toString())) {
        page.line(indent, prospect.fact().toString());
      }
      fact = prospect.fact().toString();
      page.paragraph(
          several ? indent + INDENT : indent, choices(prospect) + ": " + effects(prospect));
    }
    outlook.joints().stream().limit(MOST_JOINTS).forEach(joint -> joint(joint, indent));
    if (!outlook.whole()) {
      page.paragraph(
          indent, phrases.say(outlook.prospects().isEmpty() ? "answers/open" : "answers/others"));
    }
  }

  private void joint(Joint joint, int indent) {
    page.paragraph(
        indent,
        phrases.say(
            "answers/joint",
            "answer",
            choice(joint.fact(), joint.choice()),
            "fact",
            joint.other().toString(),
            "other",
            choice(joint.other(), joint.otherChoice()),
            "effects",
            effects(joint.prospect())));
  }

  private void notAsked(boolean none, int idle) {
    if (idle > 0) {
      page.paragraph(
          0,
          idle == 1
              ? phrases.say("answers/idle/one")
              : phrases.say("answers/idle/many", "n", String.valueOf(idle)));
    } else if (none) {
      page.paragraph(0, phrases.say("answers/none"));
    }
  }

  private String choices(Prospect prospect) {
    return prospect.choices().stream()
        .map(choice -> choice(prospect.fact(), choice))
        .collect(Collectors.joining(", "));
  }

  private String choice(Address fact, Choice choice) {
    boolean bytes = fact.component().filter(name -> name.endsWith("Bytes")).isPresent();
    List<String> values =
        bytes ? choice.values().stream().map(this::size).toList() : choice.values();
    return switch (choice.kind()) {
      case IS ->
          switch (values.get(0)) {
            case "true" -> phrases.say("answers/yes");
            case "false" -> phrases.say("answers/no");
            default -> values.get(0);
          };
      case BELOW -> phrases.say("answers/below", "value", values.get(0));
      case FROM -> phrases.say("answers/from", "value", values.get(0));
      case BETWEEN -> phrases.say("answers/between", "from", values.get(0), "below", values.get(1));
      case OTHER -> phrases.say("answers/other");
      case THERE -> phrases.say("answers/there");
      case NOT_THERE -> phrases.say("answers/notThere");
    };
  }

  /** To one place, as nobody measures a volume closer. */
  private String size(String bytes) {
    BigDecimal size = new BigDecimal(bytes);
    int unit = 0;
    while (size.compareTo(STEP) >= 0 && unit < UNITS.size() - 1) {
      size = size.divide(STEP, 6, RoundingMode.HALF_UP);
      unit++;
    }
    String rounded = size.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    return rounded.replace(".", phrases.say("answers/point")) + " " + UNITS.get(unit);
  }

  /** That what is chosen is wrong then, whoever chooses it knows. */
  private String chosen(Prospect prospect) {
    Set<String> chosen =
        prospect.choices().stream().flatMap(choice -> choice.values().stream()).collect(toSet());
    return effects(prospect, problem -> !chosen.contains(problem.id()));
  }

  private String effects(Prospect prospect) {
    return effects(prospect, problem -> true);
  }

  private String effects(Prospect prospect, Predicate<PlanGist.Problem> wanted) {
    if (!prospect.changes()) {
      return phrases.say("answers/nothing");
    }
    List<String> effects = all(prospect, wanted);
    if (effects.isEmpty()) {
      return phrases.say("answers/order");
    }
    int more = effects.size() - MOST_EFFECTS;
    String told = effects.stream().limit(MOST_EFFECTS).collect(Collectors.joining("; "));
    return more > 0 ? told + "; " + phrases.say("answers/more", "n", String.valueOf(more)) : told;
  }

  private List<String> all(Prospect prospect, Predicate<PlanGist.Problem> wanted) {
    PlanDifference difference = prospect.difference();
    List<String> effects = new ArrayList<>();
    difference.problems().added().stream()
        .filter(wanted)
        .forEach(
            problem -> effects.add(phrases.say("answers/problem/added", "title", problem.title())));
    difference
        .problems()
        .gone()
        .forEach(
            problem -> effects.add(phrases.say("answers/problem/gone", "title", problem.title())));
    prospect
        .first()
        .ifPresent(step -> effects.add(phrases.say("answers/first", "title", step.title())));
    difference.changed().stream()
        .filter(Changed::isSurer)
        .forEach(
            changed -> effects.add(step("answers/" + changed.after().status(), changed.before())));
    difference.steps().gone().forEach(step -> effects.add(step("answers/gone", step)));
    difference.steps().added().stream()
        .filter(step -> prospect.first().filter(step::equals).isEmpty())
        .forEach(step -> effects.add(phrases.say("answers/added", "title", step.title())));
    difference.changed().stream()
        .filter(changed -> !changed.isSurer() && !changed.items().isEmpty())
        .forEach(changed -> items(changed).forEach(effects::add));
    return effects;
  }

  private Stream<String> items(Changed changed) {
    return Stream.concat(
        changed.items().gone().stream()
            .map(
                item ->
                    phrases.say(
                        "answers/item/gone", "number", changed.before().number(), "item", item)),
        changed.items().added().stream()
            .map(
                item ->
                    phrases.say(
                        "answers/item/added", "number", changed.before().number(), "item", item)));
  }

  private String step(String path, Step step) {
    return phrases.say(path, "number", step.number(), "title", step.title());
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
