package dev.mabsplan.engine.collect;

import dev.mabsplan.engine.pack.DecidingFact;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Probe;
import dev.mabsplan.engine.pack.Shell;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.gathered.Address;
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
 * @param probe id of the probe that asks
 * @param shell the shell it is written for
 * @param command what to run, in one line
 * @param facts what it finds out: places of facts on the server, sorted
 */
public record Lookup(Site site, String probe, Shell shell, String command, List<String> facts) {

  private record Typed(Site site, String probe, Shell shell, String command) {}

  /** Returns everything that questions of some packs can show, each command once for each role. */
  public static List<Lookup> ofAll(Knowledge knowledge) {
    Map<Typed, Set<String>> facts = new LinkedHashMap<>();
    knowledge
        .opening()
        .ifPresent(probe -> add(facts, ServerRole.BACKUP_SERVER, probe, Probe.ERRORS));
    for (String id : knowledge.remedies()) {
      for (DecidingFact fact : knowledge.deciding(knowledge.remedy(id).orElseThrow())) {
        fact.probe().ifPresent(probe -> add(facts, fact.on(), probe, fact.fact()));
      }
    }
    return lookups(facts);
  }

  private static void add(Map<Typed, Set<String>> facts, ServerRole on, Probe probe, String fact) {
    Typed typed = new Typed(new Site.Every(on), probe.id(), probe.shell(), probe.command());
    facts.computeIfAbsent(typed, one -> new TreeSet<>()).add(fact);
  }

  /** Returns what the questions of a plan show, those that save most time first. */
  public static List<Lookup> of(Plan plan) {
    Map<Typed, Set<String>> facts = new LinkedHashMap<>();
    for (Question question : plan.questions()) {
      if (question.probe().isPresent()) {
        Typed typed =
            new Typed(
                Site.of(question.server()),
                question.probe().get(),
                question.shell().orElseThrow(),
                question.command().orElseThrow());
        Set<String> found = facts.computeIfAbsent(typed, one -> new TreeSet<>());
        question.facts().forEach(fact -> found.add(onServer(fact, question.server())));
      }
    }
    return lookups(facts);
  }

  private static String onServer(Address address, String server) {
    String fact = address.toString();
    String prefix = Address.ofServer(server) + ".";
    return fact.startsWith(prefix) ? fact.substring(prefix.length()) : fact;
  }

  private static List<Lookup> lookups(Map<Typed, Set<String>> facts) {
    List<Lookup> lookups = new ArrayList<>();
    facts.forEach(
        (typed, found) ->
            lookups.add(
                new Lookup(
                    typed.site(),
                    typed.probe(),
                    typed.shell(),
                    typed.command(),
                    List.copyOf(found))));
    return List.copyOf(lookups);
  }
}
