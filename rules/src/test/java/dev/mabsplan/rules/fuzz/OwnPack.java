package dev.mabsplan.rules.fuzz;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.lint.CheckedPacks;
import dev.mabsplan.engine.lint.Lint;
import dev.mabsplan.engine.pack.InvalidPackException;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.pack.PackReader;
import dev.mabsplan.facts.fault.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A user's own pack, one file of which is somebody else's. */
final class OwnPack {

  private static final PackFiles PACK = PackFiles.directory(Path.of("..", "examples", "pack"));

  /** The same in one language, which is read in half the time. */
  private static final PackFiles IN_ENGLISH = inEnglish();

  private OwnPack() {}

  private static PackFiles inEnglish() {
    SortedMap<String, String> texts = new TreeMap<>(PACK.texts());
    texts.keySet().removeIf(file -> file.endsWith(".sv.yaml") || file.contains("/scenarios/"));
    texts.computeIfPresent(
        "pack.yaml", (file, text) -> text.replace("languages: [en, sv]", "languages: [en]"));
    return new PackFiles("own", texts);
  }

  /** Returns a planner that knows the pack as it is, and nothing else. */
  static Planner planner() {
    return Planner.ofFiles(List.of(PACK));
  }

  /** Reading, and the lint of what it means, tell faults and throw nothing else. */
  static void read(String file, String text) {
    try {
      CheckedPacks.of(List.of(PackReader.read(with(IN_ENGLISH, file, text))));
    } catch (InvalidPackException refused) {
      told(refused.faults(), text);
    }
  }

  /** The whole lint, with the compiler and the samples, tells faults and throws nothing. */
  static void checked(String file, String text) {
    told(Lint.check(List.of(with(PACK, file, text))), text);
  }

  private static PackFiles with(PackFiles pack, String file, String text) {
    SortedMap<String, String> texts = new TreeMap<>(pack.texts());
    Expect.equal(true, texts.put(file, text) != null, file);
    return new PackFiles("fuzzed", texts);
  }

  private static void told(List<Fault> faults, String text) {
    for (Fault fault : faults) {
      Expect.equal(false, fault.message().isBlank(), text);
    }
  }
}
