package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.KnownStatement;
import dev.mabsplan.engine.symptom.Recognition.By;
import dev.mabsplan.facts.ServerRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of a report of which a person has said what it is. */
final class Settled {

  private final Aspects aspects;

  Settled(Aspects aspects) {
    this.aspects = aspects;
  }

  /** Returns the errors of a report, of which the one that a person meant is a problem. */
  List<Understood> as(String problem, List<Understood> parts) {
    List<String> meant = aspects.repertoire().meaning(problem);
    int which = meantOf(parts, meant);
    if (which < 0) {
      return parts;
    }
    List<Understood> all = new ArrayList<>(parts);
    all.set(which, as(problem, parts.get(which), meant));
    return List.copyOf(all);
  }

  /** The first unknown error that hints at it, or else the first unknown one. */
  private static int meantOf(List<Understood> parts, List<String> meant) {
    int which = -1;
    for (int i = 0; i < parts.size(); i++) {
      Understood part = parts.get(i);
      if (!part.known() && part.hints().stream().anyMatch(hint -> meant.contains(hint.id()))) {
        return i;
      }
      which = which < 0 && !part.known() ? i : which;
    }
    return which;
  }

  /** What the words hint at tells which of several things that mean the problem it is. */
  private Understood as(String problem, Understood part, List<String> meant) {
    Optional<Hint> hinted =
        part.hints().stream().filter(hint -> meant.contains(hint.id())).findFirst();
    String id = hinted.map(Hint::id).orElse(meant.isEmpty() ? "" : meant.get(0));
    String text = part.text().headline();
    ServerRole affects = aspects.repertoire().affects(id);
    String given = aspects.report().error().server();
    String server = given != null ? given : Whose.server(text, affects);
    Known known = aspects.repertoire().errors().of(id);
    KnownStatement statement = aspects.repertoire().statement(id);
    if (known != null) {
      String dataSource = aspects.owners().dataSource(text, affects);
      return part.settled(
          List.of(new Recognition(known.symptom(), By.PERSON, problem, server, dataSource, null)),
          List.of());
    }
    return statement != null
        ? part.settled(List.of(), List.of(new Said(statement, server, Map.of(), text)))
        : part;
  }
}
