package dev.mabsplan.engine.site;

import dev.mabsplan.engine.pack.Effort;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Likelihood;
import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.pack.YamlNode;
import dev.mabsplan.engine.pack.YamlNode.Items;
import dev.mabsplan.engine.pack.YamlNode.Mapping;
import dev.mabsplan.engine.pack.YamlNode.NotYaml;
import dev.mabsplan.engine.pack.YamlNode.Scalar;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a site file, all its faults at once. */
public final class SiteReader {

  private static final int LONGEST_NAME = 100;

  private final List<Fault> faults = new ArrayList<>();

  private SiteReader() {}

  /**
   * Reads a site file.
   *
   * @param file its name, for messages
   * @param text what is in it
   * @throws InvalidSiteException with everything that is wrong with its form
   */
  public static Site read(String file, String text) {
    SiteReader reader = new SiteReader();
    Site site = reader.site(reader.root(file, text));
    if (!reader.faults.isEmpty()) {
      throw new InvalidSiteException(reader.faults);
    }
    return site;
  }

  /** Returns the JSON Schema (2020-12) of the file, which is YAML. */
  public static String schema() {
    try (InputStream in = SiteReader.class.getResourceAsStream("site.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("site.schema.json is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Mapping root(String file, String text) {
    Source start = Source.of(file, 1);
    try {
      YamlNode root = YamlNode.read(file, text);
      if (root instanceof Mapping mapping) {
        return mapping;
      }
      faults.add(new Fault("names and values", root.describe(), root.source(), "begin with site:"));
    } catch (NotYaml e) {
      faults.add(new Fault("YAML", String.valueOf(e.getMessage()), e.source(), null));
    }
    return new Mapping(start, Map.of(), Map.of());
  }

  private Site site(Mapping root) {
    faults.addAll(root.unknownKeys("site", "servers", "remedies", "rulesOff", "waivers"));
    if (!faults.isEmpty() && root.fields().isEmpty()) {
      return new Site("", Optional.empty(), List.of(), List.of(), List.of());
    }
    Mapping servers = mapping(root, "servers");
    faults.addAll(servers.unknownKeys("backupServer"));
    List<Site.Weighed> remedies = new ArrayList<>();
    mappings(root, "remedies").forEach((id, said) -> remedies.add(weighed(id, said)));
    List<Site.RuleOff> rulesOff = new ArrayList<>();
    mappings(root, "rulesOff").forEach((id, said) -> rulesOff.add(ruleOff(id, said)));
    return new Site(
        name(root), optional(servers, "backupServer"), remedies, rulesOff, waivers(root));
  }

  private String name(Mapping root) {
    String name = text(root, "site", "what plans call this site, such as contoso");
    if (name.length() > LONGEST_NAME) {
      faults.add(
          new Fault(
              "a name of " + LONGEST_NAME + " characters at most",
              Fault.quote(name),
              root.source(),
              null));
    }
    return name;
  }

  private Site.Weighed weighed(String id, Mapping said) {
    faults.addAll(said.unknownKeys("likelihood", "effort", "because"));
    Optional<Likelihood> likelihood = word(said, "likelihood", Likelihood.values());
    Optional<Effort> effort = word(said, "effort", Effort.values());
    if (!said.fields().containsKey("likelihood") && !said.fields().containsKey("effort")) {
      faults.add(new Fault("likelihood or effort of " + id, "neither", said.source(), null));
    }
    return new Site.Weighed(id, likelihood, effort, because(said), said.source());
  }

  private Site.RuleOff ruleOff(String id, Mapping said) {
    faults.addAll(said.unknownKeys("because"));
    return new Site.RuleOff(id, because(said), said.source());
  }

  private List<Site.Waiver> waivers(Mapping root) {
    List<Site.Waiver> waivers = new ArrayList<>();
    YamlNode list = root.fields().get("waivers");
    if (list instanceof Items items) {
      for (YamlNode item : items.items()) {
        if (item instanceof Mapping said) {
          waivers.add(waiver(said));
        } else {
          faults.add(new Fault("problem, because and until", item.describe(), item.source(), null));
        }
      }
    } else if (list != null) {
      faults.add(
          new Fault(
              "a list of waivers", list.describe(), list.source(), "begin each with a hyphen"));
    }
    return waivers;
  }

  private Site.Waiver waiver(Mapping said) {
    faults.addAll(said.unknownKeys("problem", "server", "because", "until"));
    return new Site.Waiver(
        text(said, "problem", "the id of a problem, as topic/name"),
        optional(said, "server"),
        because(said),
        until(said),
        said.source());
  }

  /** What is accepted is accepted for a time: nobody remembers a waiver that never ends. */
  private LocalDate until(Mapping said) {
    String text = text(said, "until", "the last day of the waiver, such as 2027-01-31");
    try {
      return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
    } catch (DateTimeException e) {
      faults.add(
          new Fault(
              "a day such as 2027-01-31",
              Fault.quote(text),
              said.fields().getOrDefault("until", said).source(),
              null));
      return LocalDate.EPOCH;
    }
  }

  private String because(Mapping said) {
    return text(said, "because", "a reason, which plans quote");
  }

  private String text(Mapping of, String name, String what) {
    return optional(of, name)
        .orElseGet(
            () -> {
              faults.add(new Fault("\"" + name + "\": " + what, "nothing", of.source(), null));
              return "";
            });
  }

  private Optional<String> optional(Mapping of, String name) {
    @Nullable YamlNode node = of.fields().get(name);
    if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
      return Optional.of(scalar.text().strip());
    }
    if (node != null && !(node instanceof Scalar)) {
      faults.add(new Fault("a text for " + name, node.describe(), node.source(), null));
    }
    return Optional.empty();
  }

  private <E extends Enum<E>> Optional<E> word(Mapping of, String name, E[] values) {
    Optional<String> text = optional(of, name);
    List<String> words = Arrays.stream(values).map(Kebab::word).toList();
    Optional<E> found =
        text.flatMap(
            word -> Arrays.stream(values).filter(one -> Kebab.word(one).equals(word)).findFirst());
    if (text.isPresent() && found.isEmpty()) {
      faults.add(
          new Fault(
              "one of " + String.join(", ", words),
              Fault.quote(text.orElseThrow()),
              of.fields().getOrDefault(name, of).source(),
              Meant.hint(text.orElseThrow(), words)));
    }
    return found;
  }

  private Mapping mapping(Mapping of, String name) {
    @Nullable YamlNode node = of.fields().get(name);
    if (node instanceof Mapping mapping) {
      return mapping;
    }
    if (node != null) {
      faults.add(new Fault("names and values of " + name, node.describe(), node.source(), null));
    }
    return new Mapping(of.source(), Map.of(), Map.of());
  }

  private Map<String, Mapping> mappings(Mapping of, String name) {
    Map<String, Mapping> all = new LinkedHashMap<>();
    Mapping outer = mapping(of, name);
    outer.fields().keySet().forEach(id -> all.put(id, mapping(outer, id)));
    return all;
  }
}
