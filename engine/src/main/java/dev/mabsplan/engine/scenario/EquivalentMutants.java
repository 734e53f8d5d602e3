package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.pack.Form;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Mutants that no scenario can notice, as a person has shown: the file {@value #FILE} of a pack, a
 * list of mutants with the reason for each.
 *
 * @param reasons the reason by the mutant's id, in the order of the file
 */
public record EquivalentMutants(Map<String, String> reasons) {

  /** The file's path in a pack. */
  public static final String FILE = "equivalent-mutants.yaml";

  public EquivalentMutants {
    reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
  }

  /** Returns the list of packs; empty where they have none. */
  public static EquivalentMutants of(List<PackFiles> packs) {
    Map<String, String> reasons = new LinkedHashMap<>();
    List<Fault> faults = new ArrayList<>();
    Reader reader = new Reader(faults);
    for (PackFiles pack : packs) {
      String text = pack.texts().get(FILE);
      if (text != null) {
        reader.read(pack.origin() + "/" + FILE, text, reasons);
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidScenarioException(faults);
    }
    return new EquivalentMutants(reasons);
  }

  private static final class Reader extends Form {

    Reader(List<Fault> faults) {
      super(faults);
    }

    void read(String file, String text, Map<String, String> reasons) {
      yaml(file, text)
          .map(root -> root instanceof Items list ? list.items() : List.of(root))
          .orElse(List.of())
          .forEach(item -> read(item, reasons));
    }

    private void read(Node item, Map<String, String> reasons) {
      if (item instanceof Mapping map
          && map.get("mutant") instanceof Scalar mutant
          && map.get("reason") instanceof Scalar reason
          && !mutant.text().isBlank()
          && !reason.text().isBlank()) {
        known(map, "mutant reason");
        if (reasons.put(mutant.text(), reason.text()) != null) {
          fault("each mutant once", Fault.quote(mutant.text()), item.source(), null);
        }
      } else {
        fault(
            "a mutant and the reason why no scenario can notice it",
            item,
            "write - mutant: … and below it reason: …");
      }
    }
  }
}
