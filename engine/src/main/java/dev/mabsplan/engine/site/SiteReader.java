package dev.mabsplan.engine.site;

import dev.mabsplan.engine.pack.Effort;
import dev.mabsplan.engine.pack.Form;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Likelihood;
import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import dev.mabsplan.facts.tree.TextBeside;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a site file, all its faults at once. */
public final class SiteReader extends Form {

  private static final int LONGEST_NAME = 100;

  private SiteReader(List<Fault> faults) {
    super(faults);
  }

  /**
   * Reads a site file.
   *
   * @param file its name, for messages
   * @param text what is in it
   * @throws InvalidSiteException with everything that is wrong with its form
   */
  public static Site read(String file, String text) {
    List<Fault> faults = new ArrayList<>();
    SiteReader reader = new SiteReader(faults);
    Site site = reader.site(reader.root(file, text));
    if (!faults.isEmpty()) {
      throw new InvalidSiteException(faults);
    }
    return site;
  }

  /** Returns the JSON Schema (2020-12) of the file, which is YAML. */
  public static String schema() {
    return TextBeside.read(SiteReader.class, "site.schema.json");
  }

  private Mapping root(String file, String text) {
    return yaml(file, text)
        .map(root -> mapping(root, "names and values", "begin with site:"))
        .orElseGet(() -> Mapping.empty(Source.of(file, 1)));
  }

  private Site site(Mapping root) {
    known(root, "site", "servers", "remedies", "rulesOff", "waivers");
    if (!faults.isEmpty() && root.fields().isEmpty()) {
      return new Site("", Optional.empty(), List.of(), List.of(), List.of());
    }
    Mapping servers = mapping(root, "servers");
    known(servers, "backupServer");
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
      fault(
          "a name of " + LONGEST_NAME + " characters at most",
          Fault.quote(name),
          root.source(),
          null);
    }
    return name;
  }

  private Site.Weighed weighed(String id, Mapping said) {
    known(said, "likelihood", "effort", "because");
    Optional<Likelihood> likelihood = word(said, "likelihood", Likelihood.values());
    Optional<Effort> effort = word(said, "effort", Effort.values());
    if (!said.has("likelihood") && !said.has("effort")) {
      fault("likelihood or effort of " + id, "neither", said.source(), null);
    }
    return new Site.Weighed(id, likelihood, effort, because(said), said.source());
  }

  private Site.RuleOff ruleOff(String id, Mapping said) {
    known(said, "because");
    return new Site.RuleOff(id, because(said), said.source());
  }

  private List<Site.Waiver> waivers(Mapping root) {
    List<Node> items =
        items(root, "waivers", "a list of waivers", no -> "begin each with a hyphen");
    return mappings(items, "problem, because and until", null).stream().map(this::waiver).toList();
  }

  private Site.Waiver waiver(Mapping said) {
    known(said, "problem", "server", "because", "until");
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
      fault("a day such as 2027-01-31", Fault.quote(text), valueAt(said, "until"), null);
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
              fault("\"" + name + "\": " + what, "nothing", of.source(), null);
              return "";
            });
  }

  private Optional<String> optional(Mapping of, String name) {
    @Nullable Node node = of.get(name);
    if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
      return Optional.of(scalar.text().strip());
    }
    if (node != null && !(node instanceof Scalar)) {
      fault("a text for " + name, node, null);
    }
    return Optional.empty();
  }

  private <E extends Enum<E>> Optional<E> word(Mapping of, String name, E[] values) {
    Optional<String> text = optional(of, name);
    List<String> words = words(values, Kebab::word);
    Optional<E> found = text.flatMap(word -> constant(word, values, Kebab::word));
    if (text.isPresent() && found.isEmpty()) {
      fault(
          "one of " + String.join(", ", words),
          Fault.quote(text.orElseThrow()),
          valueAt(of, name),
          Meant.hint(text.orElseThrow(), words));
    }
    return found;
  }

  private static Source valueAt(Mapping of, String name) {
    @Nullable Node node = of.get(name);
    return node == null ? of.source() : node.source();
  }

  private Mapping mapping(Mapping of, String name) {
    return mapping(of, name, "names and values of " + name);
  }

  private Map<String, Mapping> mappings(Mapping of, String name) {
    Map<String, Mapping> all = new LinkedHashMap<>();
    Mapping outer = mapping(of, name);
    outer.names().forEach(id -> all.put(id, mapping(outer, id)));
    return all;
  }
}
