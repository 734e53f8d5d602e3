package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.pack.YamlNode;
import dev.mabsplan.engine.pack.YamlNode.Items;
import dev.mabsplan.engine.pack.YamlNode.Mapping;
import dev.mabsplan.engine.pack.YamlNode.Scalar;
import dev.mabsplan.facts.Fault;
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
    for (PackFiles pack : packs) {
      String text = pack.texts().get(FILE);
      if (text != null) {
        read(pack.origin() + "/" + FILE, text, reasons, faults);
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidScenarioException(faults);
    }
    return new EquivalentMutants(reasons);
  }

  private static void read(
      String file, String text, Map<String, String> reasons, List<Fault> faults) {
    try {
      YamlNode root = YamlNode.read(file, text);
      List<YamlNode> items = root instanceof Items list ? list.items() : List.of(root);
      for (YamlNode item : items) {
        if (item instanceof Mapping map
            && map.fields().get("mutant") instanceof Scalar mutant
            && map.fields().get("reason") instanceof Scalar reason
            && !mutant.text().isBlank()
            && !reason.text().isBlank()) {
          faults.addAll(map.unknownKeys("mutant", "reason"));
          if (reasons.put(mutant.text(), reason.text()) != null) {
            faults.add(
                new Fault("each mutant once", Fault.quote(mutant.text()), item.source(), null));
          }
        } else {
          faults.add(
              new Fault(
                  "a mutant and the reason why no scenario can notice it",
                  item.describe(),
                  item.source(),
                  "write - mutant: … and below it reason: …"));
        }
      }
    } catch (YamlNode.NotYaml e) {
      faults.add(new Fault("YAML", String.valueOf(e.getMessage()), e.source(), null));
    }
  }
}
