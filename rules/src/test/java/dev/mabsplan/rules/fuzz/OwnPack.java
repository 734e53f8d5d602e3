package dev.mabsplan.rules.fuzz;

import dev.mabsplan.engine.lint.Lint;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.facts.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A user's own pack, one file of which is somebody else's. */
final class OwnPack {

  private static final PackFiles PACK = PackFiles.directory(Path.of("..", "examples", "pack"));

  private OwnPack() {}

  /** The whole lint tells faults, and throws nothing. */
  static void checked(String file, String text) {
    SortedMap<String, String> texts = new TreeMap<>(PACK.texts());
    Expect.equal(true, texts.put(file, text) != null, file);
    for (Fault fault : Lint.check(List.of(new PackFiles("fuzzed", texts)))) {
      Expect.equal(false, fault.message().isBlank(), text);
    }
  }
}
