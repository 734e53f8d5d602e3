package dev.mabsplan.engine.cli.guide;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.compare.PlanDifference;
import dev.mabsplan.engine.foresight.Foresight;
import dev.mabsplan.engine.foresight.Outlook;
import dev.mabsplan.engine.guide.Guide;
import dev.mabsplan.engine.guide.Outcome;
import dev.mabsplan.engine.guide.Turn;
import dev.mabsplan.engine.guide.Turn.Ending;
import dev.mabsplan.engine.order.Standing;
import dev.mabsplan.engine.pack.OwnWords;
import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.plan.Step.LookFirst;
import dev.mabsplan.engine.render.PlanText;
import dev.mabsplan.engine.report.DifferenceText;
import dev.mabsplan.engine.report.OutlookText;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One sitting before a plan: shows the turn, asks, keeps the answer, plans again. */
final class GuideSession {

  private final Planner planner;
  private final Dialogue dialogue;
  private final OwnWords words;
  private final GuideFiles files;
  private final PastedOutput pasted;

  /** What nobody here knows is not asked again before the next sitting. */
  private final Set<Address> left = new HashSet<>();

  private Facts facts;
  private Plan plan;
  private List<PlannedProblem> shown = List.of();
  private boolean leaves;

  GuideSession(Planner planner, Facts facts, Dialogue dialogue, OwnWords words, GuideFiles files) {
    this.planner = planner;
    this.dialogue = dialogue;
    this.words = words;
    this.files = files;
    this.pasted = new PastedOutput(planner, dialogue);
    this.facts = facts;
    this.plan = planner.plan(facts, words.language());
  }

  /** Leads to the end, and returns it; nothing where it was left before. */
  Optional<Ending> run() {
    files.begin(
        words.say("record/title", "file", files.kept().toString()),
        words.say("record/begun"),
        words.say("record/resumed"));
    files.keep(facts, plan);
    while (true) {
      showProblems();
      Turn turn = new Guide(plan, facts).next(left);
      if (turn instanceof Turn.End end) {
        end(end.ending());
        return Optional.of(end.ending());
      }
      take(turn);
      if (leaves) {
        dialogue.say(words.say("left", "file", files.kept().toString()));
        return Optional.empty();
      }
    }
  }

  private void take(Turn turn) {
    if (turn instanceof Turn.Settle settle) {
      settle(settle);
    } else if (turn instanceof Turn.Carry carry) {
      show(carry);
      ask(carry);
    } else if (turn instanceof Turn.FindOut find) {
      findOut(find);
    }
  }

  private void showProblems() {
    List<PlannedProblem> now = plan.problems();
    if (!now.isEmpty()
        && !now.stream()
            .map(PlannedProblem::fingerprint)
            .toList()
            .equals(shown.stream().map(PlannedProblem::fingerprint).toList())) {
      dialogue.show(PlanText.problems(plan, dialogue.columns(), dialogue.bold()));
    }
    shown = now;
  }

  private void end(Ending ending) {
    String text = PlanText.ending(plan, dialogue.columns(), dialogue.bold());
    if (!text.isEmpty()) {
      dialogue.show(text);
    }
    dialogue.show("");
    dialogue.say(
        switch (ending) {
          case SOLVED -> words.say("solved");
          case NOTHING_WRONG -> words.say("nothing");
          case ESCALATED -> words.say("escalated", "record", files.record().toString());
        });
    note(words.say("record/end", ending));
    files.keep(facts, plan);
  }

  private void settle(Turn.Settle turn) {
    dialogue.show("");
    dialogue.say(words.say("settle", "headline", turn.headline()));
    List<Candidate> candidates = turn.candidates();
    dialogue.show(PlanText.choice(plan, candidates, dialogue.columns(), dialogue.bold()));
    showAnswers(
        OutlookText.candidates(
            Foresight.ofCandidates(planner, facts, plan, candidates),
            words.language(),
            dialogue.columns(),
            dialogue.bold()));
    Optional<String> answer = answer(words.say("ask/settle"));
    if (answer.isEmpty()) {
      return;
    }
    String chosen = answer.get();
    if (chosen.isEmpty()) {
      left.add(turn.error());
    } else if (chosen.equals("p")) {
      print(turn.headline(), candidates.get(0).server());
    } else {
      number(chosen, candidates.size())
          .ifPresentOrElse(n -> settled(turn, candidates.get(n - 1)), this::unknown);
    }
  }

  private void settled(Turn.Settle turn, Candidate candidate) {
    note(words.say("record/settled", "headline", turn.headline(), "problem", candidate.problem()));
    plan(new Guide(plan, facts).settled(candidate));
  }

  private void show(Turn.Carry turn) {
    ask(turn.first());
    dialogue.show(step(turn.step()));
    if (turn.isList()) {
      // the list asks its questions itself
      showAnswers(outlooks(turn.questions()));
    }
    turn.retry().ifPresentOrElse(retry -> below("retry", retry), () -> sayRetry(turn.step()));
    turn.undo().ifPresent(undo -> below("undo", undo));
  }

  /** Shows what is worth finding out, with what each answer would do, and returns it. */
  private List<Question> ask(List<Question> questions) {
    List<Outlook> outlooks = outlooks(questions);
    List<Question> asked = outlooks.stream().map(Outlook::question).toList();
    if (!asked.isEmpty()) {
      dialogue.show(PlanText.questions(plan, asked, dialogue.columns(), dialogue.bold()));
      showAnswers(outlooks);
    }
    return asked;
  }

  /** Returns what answers would do to questions that can change something. */
  private List<Outlook> outlooks(List<Question> questions) {
    return Foresight.of(planner, facts, plan, questions).stream()
        .filter(outlook -> !outlook.isIdle())
        .toList();
  }

  private void showAnswers(List<Outlook> outlooks) {
    showAnswers(
        OutlookText.answers(outlooks, words.language(), dialogue.columns(), dialogue.bold()));
  }

  private void showAnswers(String answers) {
    if (!answers.isEmpty()) {
      dialogue.show(words.say("answers") + "\n" + answers);
    }
  }

  /** The number of a step that is not shown says nothing. */
  private void sayRetry(Step step) {
    plan.steps().stream()
        .filter(one -> step.then().filter(one.number()::equals).isPresent())
        .forEach(
            retry ->
                dialogue.say(words.say("later", "step", retry.number(), "title", retry.title())));
  }

  private void below(String saying, Step step) {
    dialogue.show("");
    dialogue.say(words.say(saying));
    dialogue.show(step(step));
  }

  private String step(Step step) {
    return PlanText.step(plan, step, dialogue.columns(), dialogue.bold());
  }

  /** Asks until there is an answer, as the step need not be shown again for a slip. */
  private void ask(Turn.Carry turn) {
    Step step = turn.step();
    String question = words.say(step.looks().isEmpty() ? "ask/step" : "ask/checks");
    while (true) {
      Optional<String> answer = answer(question);
      switch (answer.orElse("q").toLowerCase(Locale.ROOT)) {
        case "q" -> {
          return;
        }
        case "h" -> {
          if (helped(step)) {
            return;
          }
        }
        case "n" -> {
          came(step, Outcome.of(AttemptOutcome.FAILED));
          return;
        }
        case "c" -> {
          came(step, Outcome.of(AttemptOutcome.IMPOSSIBLE));
          return;
        }
        case "p" -> {
          print(
              step.title(),
              turn.first().stream().findFirst().map(Question::server).orElse(step.server()));
          return;
        }
        default -> unknown();
      }
    }
  }

  private boolean helped(Step step) {
    Optional<Set<String>> remedies = step.looks().size() > 1 ? look(step) : Optional.of(Set.of());
    Set<Integer> reported = reported(step);
    Optional<Set<Integer>> problems =
        remedies.isPresent() && reported.size() > 1 ? gone(step, reported) : Optional.of(Set.of());
    if (remedies.isEmpty() || problems.isEmpty()) {
      return leaves;
    }
    came(step, new Outcome(AttemptOutcome.HELPED, problems.get(), remedies.get()));
    return true;
  }

  private Optional<Set<String>> look(Step step) {
    List<LookFirst> looks = step.looks();
    IntStream.range(0, looks.size())
        .forEach(i -> dialogue.say((i + 1) + "  " + looks.get(i).title()));
    return answer(words.say("ask/check"))
        .flatMap(
            answer -> {
              Optional<Integer> chosen = number(answer, looks.size());
              if (chosen.isEmpty()) {
                unknown();
              }
              return chosen.map(n -> Set.of(looks.get(n - 1).remedy()));
            });
  }

  /** What facts alone say to be wrong is gone with what mends it. */
  private Set<Integer> reported(Step step) {
    return step.problems().stream()
        .map(Step.Asker::problem)
        .filter(n -> plan.problems().get(n - 1).standing() == Standing.REPORTED)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<Set<Integer>> gone(Step step, Set<Integer> asking) {
    for (int number : asking) {
      PlannedProblem problem = plan.problems().get(number - 1);
      dialogue.say(
          "[" + number + "] " + problem.title() + " (" + words.server(problem.server()) + ")");
    }
    return answer(words.say("ask/gone"))
        .flatMap(
            answer -> {
              Set<String> written =
                  Arrays.stream(answer.split("[\\s,]+"))
                      .filter(part -> !part.isEmpty())
                      .collect(Collectors.toSet());
              Set<Integer> chosen =
                  asking.stream()
                      .filter(n -> written.contains(String.valueOf(n)))
                      .collect(Collectors.toSet());
              if (chosen.size() < written.size()) {
                unknown();
                return Optional.empty();
              }
              return Optional.of(chosen.isEmpty() ? chosen : withUnreported(step, chosen));
            });
  }

  private Set<Integer> withUnreported(Step step, Set<Integer> chosen) {
    Set<Integer> all = new HashSet<>(chosen);
    step.problems().stream()
        .map(Step.Asker::problem)
        .filter(n -> plan.problems().get(n - 1).standing() != Standing.REPORTED)
        .forEach(all::add);
    return all;
  }

  private void came(Step step, Outcome outcome) {
    Guide guide = new Guide(plan, facts);
    note(
        words.say(
            "record/answer",
            "title",
            step.title(),
            "server",
            words.server(step.server()),
            "outcome",
            words.say("outcome", guide.known(step, outcome).of())));
    plan(guide.after(step, outcome));
  }

  private void findOut(Turn.FindOut turn) {
    List<Question> asked = ask(turn.questions());
    if (asked.isEmpty()) {
      turn.questions().forEach(question -> left.addAll(question.facts()));
      return;
    }
    Optional<String> answer = answer(words.say("ask/find"));
    Question first = asked.get(0);
    if (answer.isPresent() && answer.get().isEmpty()) {
      turn.questions().forEach(question -> left.addAll(question.facts()));
    } else if (answer.isPresent() && answer.get().equals("p")) {
      print(first.label(), first.server());
    } else if (answer.isPresent()) {
      unknown();
    }
  }

  private void print(String title, String asked) {
    dialogue.say(words.say("ask/paste"));
    String text = dialogue.pasted();
    if (text.isBlank()) {
      dialogue.say(words.say("nothingRead"));
      return;
    }
    Optional<String> server = server(asked);
    if (server.isEmpty()) {
      return;
    }
    Optional<Facts> read = pasted.read(text, PastedOutput.owner(facts, server.get(), asked));
    if (read.isPresent()) {
      pasted
          .merged(facts, read.get())
          .ifPresent(merged -> learnt(title, server.get(), read.get(), merged));
    } else if (answer(words.say("ask/error")).filter("y"::equalsIgnoreCase).isPresent()) {
      note(words.say("record/error", "text", text.strip()));
      tellDifference(facts.toBuilder().error(pasted.error(text)).build());
    }
  }

  private void learnt(String title, String server, Facts read, Facts merged) {
    int n = read.facts().size();
    note(
        words.say(
            "record/printed/" + (n == 1 ? "one" : "many"),
            "title",
            title,
            "server",
            words.server(server),
            "n",
            String.valueOf(n)));
    tellDifference(merged);
  }

  /** Returns whose output it is; asked only where it may be that of another server. */
  private Optional<String> server(String asked) {
    List<String> named = PastedOutput.named(facts, plan);
    boolean unclear =
        asked.equals(Server.UNNAMED_PROTECTED_SERVER)
            || named.stream().anyMatch(name -> !name.equals(asked));
    if (!unclear) {
      return Optional.of(asked);
    }
    String usual = asked.equals(Server.UNNAMED_PROTECTED_SERVER) ? "" : asked;
    return answer(words.say("ask/server", "server", words.server(usual)))
        .map(answer -> answer.isEmpty() ? usual : answer);
  }

  private void tellDifference(Facts next) {
    Plan before = plan;
    plan(next);
    dialogue.show(
        DifferenceText.write(
            PlanDifference.between(before, plan), dialogue.columns(), dialogue.bold()));
  }

  /** Plans again, and keeps what was answered. */
  private void plan(Facts next) {
    facts = next;
    plan = planner.plan(facts, words.language());
    files.keep(facts, plan);
  }

  private void note(String what) {
    files.note(what);
  }

  /** Returns an answer; nothing where somebody leaves, or nobody is there. */
  private Optional<String> answer(String question) {
    Optional<String> answer = dialogue.ask(question).filter(said -> !said.equalsIgnoreCase("q"));
    leaves = answer.isEmpty();
    return answer;
  }

  private static Optional<Integer> number(String text, int most) {
    return text.matches("\\d{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most
        ? Optional.of(Integer.parseInt(text))
        : Optional.empty();
  }

  private void unknown() {
    dialogue.say(words.say("unknown"));
  }
}
