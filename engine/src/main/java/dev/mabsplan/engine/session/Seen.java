package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.Evidence;
import dev.mabsplan.engine.finding.Finding;
import dev.mabsplan.engine.finding.Need;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.finding.Symptom;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.Name;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.gathered.ServerNames;
import dev.mabsplan.facts.shape.RecordShape;
import dev.mabsplan.facts.shape.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was observed, as rules see it. Rules compare to the letter and Windows does not, so what has
 * a name in another spelling is seen as a copy with the one that the session compares by: that of
 * the rules, of the server, of the error, or the first. Only what is marked {@link Name} takes
 * part; and what is said of a copy is said of what was observed, for nobody observed the copy.
 */
final class Seen {

  private static final String DATA_SOURCE = Name.Of.DATA_SOURCE.name();
  private static final String SERVER = Name.Of.SERVER.name();

  private final NamesOfRules rules;
  private final ServerNames servers;
  private final List<Object> things = new ArrayList<>();

  /** By sort: the spelling that the session compares by, for each name as it is compared. */
  private final Map<String, Map<String, String>> spellings = new HashMap<>();

  private final IdentityHashMap<Object, Object> originals = new IdentityHashMap<>();

  /** By sort: what whoever spoke of a thing first called it, where the session does otherwise. */
  private final Map<String, Map<String, String>> told = new HashMap<>();

  /** What nobody saw and nobody listed, with what says that all of its kind was collected. */
  private final Map<Record, Collected> absent = new LinkedHashMap<>();

  private Seen(NamesOfRules rules, Collection<?> observed) {
    this.rules = rules;
    List<String> named = new ArrayList<>();
    for (Object thing : observed) {
      if (thing instanceof Server server && !server.name().isEmpty()) {
        named.add(server.name());
      }
    }
    this.servers = ServerNames.of(named, List.of());
  }

  /**
   * Returns what was observed as rules see it.
   *
   * @param unlisted what counts as absent where all of its kind was collected and it is not listed
   */
  static Seen of(Collection<?> observed, NamesOfRules rules, Unlisted unlisted) {
    Seen seen = new Seen(rules, observed);
    // what is wrong is wrong with what the error names
    observed.forEach(seen::learn);
    observed.forEach(thing -> seen.things.add(seen.copied(thing)));
    seen.absent.putAll(unlisted.among(seen.things));
    seen.things.addAll(seen.absent.keySet());
    return seen;
  }

  private void learn(Object thing) {
    if (thing instanceof Symptom symptom && symptom.dataSource() != null) {
      spelling(DATA_SOURCE, symptom.dataSource());
    }
  }

  /** Returns what says that something is absent which nobody listed, or nothing. */
  Optional<Collected> listing(Object seen) {
    return seen instanceof Record record
        ? Optional.ofNullable(absent.get(record)).map(collected -> (Collected) original(collected))
        : Optional.empty();
  }

  /** Returns everything, for a session. */
  List<Object> things() {
    return things;
  }

  /** Returns everything and problems besides, in the spelling of the session. */
  List<Object> with(Collection<Problem> problems) {
    List<Object> all = new ArrayList<>(things);
    problems.forEach(problem -> all.add(seen(problem)));
    return all;
  }

  /**
   * Returns a problem that was told in the words of whoever observed it, as the session sees it.
   */
  Problem seen(Problem problem) {
    String dataSource = problem.dataSource();
    if (dataSource == null) {
      return problem;
    }
    String spelled = spelling(DATA_SOURCE, dataSource);
    return spelled.equals(dataSource)
        ? problem
        : new Problem(problem.id(), problem.server(), spelled);
  }

  /** Returns what was observed where the session sees a copy of it; all else as it is. */
  Object original(Object seen) {
    if (seen instanceof Problem problem) {
      return original(problem);
    }
    return originals.getOrDefault(seen, seen);
  }

  private Problem original(Problem problem) {
    String dataSource = problem.dataSource();
    if (dataSource == null || told.isEmpty()) {
      return problem;
    }
    return new Problem(problem.id(), problem.server(), told(DATA_SOURCE, dataSource));
  }

  /**
   * Returns what a thing is called in a finding: as whoever spoke of it first did. Who is told of
   * one thing in two spellings would take it for two.
   */
  String told(String sort, String seen) {
    return told.getOrDefault(sort, Map.of()).getOrDefault(seen, seen);
  }

  private @Nullable Problem originalOrNull(@Nullable Problem problem) {
    return problem == null ? null : original(problem);
  }

  /**
   * Returns a finding in the words of whoever observed what it follows from.
   *
   * @param item what is needed, as a finding calls it; counts where a need was found
   */
  Finding original(Finding finding, String item) {
    if (finding instanceof Problem problem) {
      return original(problem);
    }
    if (finding instanceof Evidence evidence) {
      Problem problem = originalOrNull(evidence.problem());
      return new Evidence(evidence.verdict(), evidence.remedy(), problem, evidence.server());
    }
    Need need = (Need) finding;
    Problem problem = originalOrNull(need.problem());
    return new Need(need.state(), item, need.remedy(), problem, need.server());
  }

  /** Returns whether the session sees everything as it was observed. */
  boolean asObserved() {
    return originals.isEmpty();
  }

  private Object copied(Object thing) {
    if (!(thing instanceof Record record)) {
      return thing;
    }
    RecordShape shape = RecordShape.of(record.getClass());
    @Nullable Object[] values = null;
    for (RecordShape.Component name : shape.names()) {
      if (name.value(record) instanceof String observed) {
        String spelled = spelling(name.sort().orElseThrow(), observed);
        if (!spelled.equals(observed)) {
          values = values == null ? values(shape, record) : values;
          values[name.place()] = spelled;
        }
      }
    }
    if (values == null) {
      return thing;
    }
    Record copy = shape.create(values);
    originals.put(copy, thing);
    return copy;
  }

  private static @Nullable Object[] values(RecordShape shape, Record record) {
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    for (RecordShape.Component component : shape.components()) {
      values[component.place()] = component.value(record);
    }
    return values;
  }

  private String spelling(String sort, String observed) {
    String folded = Spelling.fold(observed);
    Map<String, String> ofSort = spellings.computeIfAbsent(sort, s -> new HashMap<>());
    String known = ofSort.get(folded);
    if (known == null) {
      known = first(sort, folded, observed);
      ofSort.put(folded, known);
      if (!known.equals(observed)) {
        told.computeIfAbsent(sort, s -> new HashMap<>()).put(known, observed);
      }
    }
    return known;
  }

  private String first(String sort, String folded, String observed) {
    String ofRules = rules.spelling(sort, folded);
    if (ofRules != null) {
      return ofRules;
    }
    return sort.equals(SERVER) ? servers.find(observed).orElse(observed) : observed;
  }
}
