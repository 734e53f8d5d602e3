package dev.mabsplan.engine.collect;

import dev.mabsplan.engine.pack.DecidingFact;
import dev.mabsplan.engine.pack.Decision;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.pack.Shell;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.facts.Address;
import dev.mabsplan.facts.ServerRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A command of a question.
 *
 * @param site where it is to be run
 * @param shell the shell it is written for
 * @param command what to run, in one line
 * @param facts what it finds out: places of facts on the server, sorted
 */
public record Lookup(Site site, Shell shell, String command, List<String> facts) {

  private record Typed(Site site, Shell shell, String command) {}

  /** Returns everything that questions of some packs can show, each command once for each role. */
  public static List<Lookup> ofAll(Knowledge knowledge) {
    Map<Typed, Set<String>> facts = new LinkedHashMap<>();
    for (Sentence opening : knowledge.packWords(Language.ENGLISH, "opening/obtain")) {
      Site site = new Site.Every(ServerRole.BACKUP_SERVER);
      facts.put(new Typed(site, Shell.POWERSHELL, opening.text()), new TreeSet<>(Set.of("errors")));
    }
    for (String id : knowledge.remedies()) {
      Remedy remedy = knowledge.remedy(id).orElseThrow();
      if (remedy.decision() instanceof Decision.ByFacts byFacts) {
        byFacts.facts().forEach(fact -> add(facts, fact));
      }
    }
    return lookups(facts);
  }

  /** Returns what the questions of a plan show, those that save most time first. */
  public static List<Lookup> of(Plan plan) {
    Map<Typed, Set<String>> facts = new LinkedHashMap<>();
    for (Question question : plan.questions()) {
      if (question.command().isPresent() && question.shell().isPresent()) {
        Typed typed =
            new Typed(Site.of(question.server()), question.shell().get(), question.command().get());
        facts.computeIfAbsent(typed, one -> new TreeSet<>()).add(onServer(question));
      }
    }
    return lookups(facts);
  }

  private static String onServer(Question question) {
    String fact = question.fact().toString();
    String server = Address.ofServer(question.server()) + ".";
    return fact.startsWith(server) ? fact.substring(server.length()) : fact;
  }

  private static void add(Map<Typed, Set<String>> facts, DecidingFact fact) {
    String command = fact.obtain();
    Shell shell = fact.shell();
    if (command != null && shell != null) {
      Typed typed = new Typed(new Site.Every(fact.on()), shell, command);
      facts.computeIfAbsent(typed, one -> new TreeSet<>()).add(fact.fact());
    }
  }

  private static List<Lookup> lookups(Map<Typed, Set<String>> facts) {
    List<Lookup> lookups = new ArrayList<>();
    facts.forEach(
        (typed, found) ->
            lookups.add(
                new Lookup(typed.site(), typed.shell(), typed.command(), List.copyOf(found))));
    return List.copyOf(lookups);
  }
}
