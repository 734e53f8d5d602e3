package dev.mabsplan.facts.format;

import dev.mabsplan.facts.KnownNames;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.shape.Nearest;
import dev.mabsplan.facts.tree.JsonReader;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Reads names and what they stand for; what is none is a fault, and the others are read. */
public final class NamesReader {

  private static final String FILE = "known-names.json";

  /** The names that are known without any rule pack: those of {@code known-names.json}. */
  public static final KnownNames SHIPPED = shipped();

  private final Collection<Fault> faults;

  private NamesReader(Collection<Fault> faults) {
    this.faults = faults;
  }

  /**
   * Reads names.
   *
   * @param faults takes what is wrong with them
   */
  public static KnownNames read(Mapping names, Collection<Fault> faults) {
    return new NamesReader(faults).names(names);
  }

  private static KnownNames shipped() {
    try (InputStream in =
        Objects.requireNonNull(NamesReader.class.getResourceAsStream(FILE), FILE)) {
      List<Fault> faults = new ArrayList<>();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      KnownNames read = read((Mapping) JsonReader.read(FILE, text), faults);
      if (!faults.isEmpty()) {
        throw new IllegalStateException(faults.toString());
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private KnownNames names(Mapping names) {
    of(names, List.of("drivers", "endpoints", "programs", "providers", "products", "quoting"));
    Map<String, String> products = new HashMap<>();
    Mapping said = section(names, "products");
    said.names().forEach(product -> products.put(product, product));
    lists(said, (product, name) -> products.put(name, product));
    Map<String, String> quoting = new HashMap<>();
    lists(section(names, "quoting"), (product, name) -> quoting.put(name, product));
    Map<String, Set<String>> providers = new HashMap<>();
    Mapping whose = section(names, "providers");
    of(whose, List.of("anyServer", "backupServer"));
    lists(whose, (one, name) -> providers.computeIfAbsent(one, key -> new HashSet<>()).add(name));
    return new KnownNames(
        texts(section(names, "drivers")),
        texts(section(names, "endpoints")),
        programs(names),
        providers.getOrDefault("anyServer", Set.of()),
        providers.getOrDefault("backupServer", Set.of()),
        products,
        quoting);
  }

  private void of(Mapping map, List<String> known) {
    for (Node.Field field : map.fields()) {
      if (!known.contains(field.name())) {
        faults.add(
            new Fault(
                "one of " + String.join(", ", known),
                Fault.quote(field.name()),
                field.source(),
                Nearest.to(field.name(), known)
                    .map(near -> "did you mean \"" + near + "\"?")
                    .orElse(null)));
      }
    }
  }

  private Mapping section(Mapping names, String name) {
    Node node = names.get(name);
    if (node instanceof Mapping map) {
      return map;
    }
    if (node != null) {
      fault("names and what they stand for", node);
    }
    return Mapping.empty(names.source());
  }

  private Map<String, String> texts(Mapping section) {
    Map<String, String> texts = new HashMap<>();
    section.each((name, node) -> text(node).ifPresent(text -> texts.put(name, text)));
    return texts;
  }

  private void lists(Mapping section, BiConsumer<String, String> take) {
    section.each(
        (name, node) ->
            items(node).forEach(item -> text(item).ifPresent(text -> take.accept(name, text))));
  }

  private List<KnownNames.Program> programs(Mapping names) {
    List<KnownNames.Program> programs = new ArrayList<>();
    Node list = names.get("programs");
    for (Node item : list == null ? List.<Node>of() : items(list)) {
      if (item instanceof Mapping map && map.has("file") && map.has("product")) {
        of(map, List.of("file", "below", "product"));
        programs.add(
            new KnownNames.Program(text(map, "file"), text(map, "below"), text(map, "product")));
      } else {
        fault("a file and a product, and a part of the path where that decides", item);
      }
    }
    return programs;
  }

  private static String text(Mapping map, String name) {
    return map.text(name).orElse("");
  }

  private List<Node> items(Node node) {
    if (node instanceof Items list) {
      return list.items();
    }
    fault("a list", node);
    return List.of();
  }

  private Optional<String> text(Node node) {
    if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
      return Optional.of(scalar.text().strip());
    }
    fault("a name", node);
    return Optional.empty();
  }

  private void fault(String expected, Node found) {
    faults.add(new Fault(expected, found.inYaml(), found.source(), null));
  }
}
