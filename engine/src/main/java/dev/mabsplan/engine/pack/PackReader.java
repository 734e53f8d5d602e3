package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.DataSourceType;
import dev.mabsplan.facts.KnownNames;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.NamesReader;
import dev.mabsplan.facts.shape.Nearest;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a rule pack from its files. */
public final class PackReader extends Form {

  /** Enough to tell packs apart; a plan names each of them. */
  private static final int BYTES_OF_DIGEST = 16;

  private static final Pattern WORDS = Pattern.compile("words\\.(.+)\\.yaml");

  private static final String TERMS = "terms.yaml";

  private static final List<String> OPERATIONS = words(Operation.values(), Kebab::word);

  private final PackFiles files;

  /** The keys of the pack, for all its topics. */
  private Keys keys = Keys.none();

  private final Set<String> read = new HashSet<>();

  /** Files that could not be read; that what they should hold is missing needs no saying. */
  private final Set<String> unreadable = new HashSet<>();

  private PackReader(PackFiles files, List<Fault> faults) {
    super(faults);
    this.files = files;
  }

  /**
   * Reads a rule pack.
   *
   * @throws InvalidPackException with everything that is wrong with its form
   */
  public static RulePack read(PackFiles files) {
    List<Fault> faults = new ArrayList<>();
    RulePack pack = read(files, faults);
    if (!faults.isEmpty()) {
      throw new InvalidPackException(faults);
    }
    return pack;
  }

  /**
   * Reads of a rule pack what can be read.
   *
   * @param faults takes everything that is wrong with its form
   * @return the pack; complete where no fault was added
   */
  public static RulePack read(PackFiles files, List<Fault> faults) {
    return new PackReader(files, faults).pack();
  }

  private RulePack pack() {
    Mapping head = mapping("pack.yaml");
    known(head, "id version languages buildsOn dataSources operations keys names opening codes");
    String id = text(head, "id");
    if (!id.isEmpty() && !id.matches("[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)*")) {
      fault(
          "an id of small letters and digits, such as contoso.tape",
          "\"" + id + "\"",
          new Lines(head).at("id"),
          "write \"" + id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".") + "\"");
    }
    List<Language> languages = languages(head);
    keys = Keys.none().and(head, faults);
    List<Topic> topics = files.topics().stream().map(name -> topic(name, id, languages)).toList();
    if (topics.isEmpty()) {
      fault(
          "a folder with a topic.yaml",
          "none",
          head.source(),
          "a topic is a folder beside pack.yaml with topic.yaml, rules.drl and words");
    }
    Map<Language, Words> words = words("words", keys, languages);
    RulePack pack =
        new RulePack(
            id,
            text(head, "version"),
            digest(),
            buildsOn(head),
            topics,
            dataSources(head),
            terms(),
            operations(head),
            names(head),
            opening(head),
            codes(head),
            words,
            new Lines(head));
    unread(languages);
    return pack;
  }

  /** A file that nobody reads was meant to be read: its name is misspelled. */
  private void unread(List<Language> languages) {
    List<String> topics = files.topics();
    for (String path : files.texts().keySet()) {
      String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
      boolean known = read.contains(path) || (languages.isEmpty() && path.contains("/words."));
      if (!known && (topics.contains(folder) || path.endsWith(".drl"))) {
        fault(
            "topic.yaml, probes.yaml, rules.drl and words of the pack's languages in a topic",
            path,
            new Source(path(path), "", 1, 1),
            rename(path, folder, languages));
      }
    }
  }

  private static String rename(String path, String folder, List<Language> languages) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    Matcher words = WORDS.matcher(name);
    if (words.matches() && Language.tagged(words.group(1)).isPresent()) {
      return "name \"" + words.group(1) + "\" among the languages of pack.yaml";
    }
    List<String> known = new ArrayList<>(List.of("topic.yaml", "probes.yaml", "rules.drl"));
    languages.forEach(language -> known.add("words." + language.tag() + ".yaml"));
    return Nearest.to(name, known)
        .map(near -> "did you mean \"" + (folder.isEmpty() ? near : folder + "/" + near) + "\"?")
        .orElse(
            name.endsWith(".drl")
                ? "the rules of a topic stand in one file, its rules.drl"
                : "scenarios stand in " + folder + "/scenarios");
  }

  private Topic topic(String name, String pack, List<Language> languages) {
    String file = name + "/topic.yaml";
    if (!name.matches("[a-z][a-z0-9]*")) {
      fault(
          "a folder named with small letters and digits",
          "\"" + name + "\"",
          new Source(path(file), "", 1, 1),
          "name it \"" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "") + "\"");
    }
    Mapping data = mapping(file);
    Keys known = keys.and(data, faults);
    data = known.in(data, faults);
    Mapping asked = known.in(probes(name), faults);
    TopicReader.Content content = new TopicReader(name, data, faults).read();
    String drl = name + "/rules.drl";
    read.add(drl);
    if (!files.texts().containsKey(drl)) {
      fault(
          "a file rules.drl",
          "none",
          new Source(path(drl), "", 1, 1),
          "write one; where symptoms say everything, an empty one");
    }
    return new Topic(
        name,
        pack,
        files.texts().getOrDefault(drl, ""),
        path(drl),
        known,
        content.entries(),
        content.symptoms(),
        content.problems(),
        content.remedies(),
        new TopicReader(name, asked, faults).probes(),
        samples(name),
        content.checks(),
        content.statements(),
        content.terms(),
        words(name + "/words", known, languages),
        new Lines(data),
        new Lines(asked));
  }

  /** A topic may do with what others ask, or with what people see. */
  private Mapping probes(String topic) {
    String file = topic + "/probes.yaml";
    return files.texts().containsKey(file)
        ? mapping(file)
        : Mapping.empty(new Source(path(file), "", 1, 1));
  }

  /** What commands print changes no plan: it is there to show that it can be read. */
  private Map<String, String> samples(String topic) {
    Map<String, String> samples = new TreeMap<>();
    String folder = topic + "/samples";
    files
        .below(folder)
        .forEach((path, text) -> samples.put(path.substring(folder.length() + 1), text));
    return samples;
  }

  private Map<Language, Words> words(String stem, Keys known, List<Language> languages) {
    Map<Language, Words> words = new TreeMap<>();
    for (Language language : languages) {
      words.put(
          language, Words.of(known.in(mapping(stem + "." + language.tag() + ".yaml"), faults)));
    }
    return words;
  }

  private List<Language> languages(Mapping head) {
    List<Language> languages = new ArrayList<>();
    List<Node> named = items(head, "languages");
    for (Node node : named) {
      Optional<Language> language =
          node instanceof Scalar scalar ? Language.tagged(scalar.text()) : Optional.empty();
      language.ifPresentOrElse(
          languages::add, () -> fault(String.join(" or ", Language.tags()), node, spoken()));
    }
    if (languages.stream().distinct().count() < languages.size()) {
      fault("each language once", "one twice", new Lines(head).at("languages"), spoken());
    }
    Node list = head.get("languages");
    if (readable(head) && (list == null || (list instanceof Items && named.isEmpty()))) {
      fault(
          "languages: [en] or [" + String.join(", ", Language.tags()) + "]",
          "none",
          new Lines(head).at("languages"),
          spoken());
    }
    return languages;
  }

  private static String spoken() {
    return Language.all().stream()
        .map(language -> language.inEnglish() + " (" + language.tag() + ")")
        .collect(Collectors.joining(" and ", "plans are written in ", ""));
  }

  private List<String> buildsOn(Mapping head) {
    List<String> ids = new ArrayList<>();
    for (Node node : items(head, "buildsOn")) {
      if (node instanceof Scalar id) {
        ids.add(id.text());
      } else {
        fault("the id of a rule pack", node, "write buildsOn: [mabs]");
      }
    }
    return ids;
  }

  private List<DataSourcePhrase> dataSources(Mapping head) {
    List<DataSourcePhrase> phrases = new ArrayList<>();
    String advice = "write {type: volume, phrase: \"Volume {name}\"}";
    for (Mapping map : mappings(items(head, "dataSources"), "a type and a phrase", advice)) {
      known(map, "type", "phrase");
      String word = text(map, "type");
      Optional<DataSourceType> type = constant(word, DataSourceType.values(), Camel::word);
      type.ifPresentOrElse(
          t -> phrases.add(new DataSourcePhrase(t, text(map, "phrase"))),
          () ->
              fault(
                  "a type of data source",
                  "\"" + word + "\"",
                  map.source(),
                  Meant.hint(word, words(DataSourceType.values(), Camel::word))));
    }
    return phrases;
  }

  private @Nullable String opening(Mapping head) {
    return head.has("opening") ? text(head, "opening") : null;
  }

  private KnownNames names(Mapping head) {
    return NamesReader.read(
        mapping(head, "names", "sections of names and what they stand for"), faults);
  }

  /** In the order of the file: of several operations that a text speaks of, the first counts. */
  private Map<Operation, List<String>> operations(Mapping head) {
    Map<Operation, List<String>> operations = new LinkedHashMap<>();
    Node node = head.get("operations");
    if (!(node instanceof Mapping map)) {
      return operations;
    }
    map.each(
        (word, terms) -> {
          Optional<Operation> operation = constant(word, Operation.values(), Kebab::word);
          if (operation.isEmpty() || !(terms instanceof Items list)) {
            fault(
                "an operation and a list of terms",
                "\"" + word + "\"",
                terms.source(),
                Meant.hint(word, OPERATIONS));
            return;
          }
          operations.put(
              operation.get(),
              list.items().stream()
                  .filter(Scalar.class::isInstance)
                  .map(term -> ((Scalar) term).text())
                  .toList());
        });
    return operations;
  }

  private Optional<ErrorCodes> codes(Mapping head) {
    Node node = head.get("codes");
    if (node == null) {
      return Optional.empty();
    }
    if (!(node instanceof Mapping map)) {
      fault(
          "whose numbers, where they are published and a topic",
          node,
          "write codes: {product: dpm, page: https://…, topic: families}");
      return Optional.empty();
    }
    known(map, "product", "page", "topic", "refinedBy", "areas");
    read.add(ErrorCodes.FILE);
    String text = files.texts().get(ErrorCodes.FILE);
    if (text == null) {
      fault("a file " + ErrorCodes.FILE, "none", node.source(), null);
      return Optional.empty();
    }
    return Optional.of(
        new ErrorCodes(
            text(map, "product"),
            text(map, "page"),
            text(map, "topic"),
            refined(map),
            areas(map),
            text,
            path(ErrorCodes.FILE)));
  }

  /** A family for every area, or one for each. */
  private Map<String, Map<String, String>> refined(Mapping codes) {
    Map<String, Map<String, String>> refined = new LinkedHashMap<>();
    below(codes, "refinedBy")
        .each(
            (code, node) -> {
              Map<String, String> families = new LinkedHashMap<>();
              if (node instanceof Scalar family) {
                families.put(ErrorCodes.ELSE, family.text());
              } else if (node instanceof Mapping byArea) {
                byArea.names().forEach(area -> families.put(area, text(byArea, area)));
              }
              if (families.isEmpty() || !code.matches("0x[0-9A-F]{7}[0-9A-Fx]")) {
                fault(
                    "a code in capitals, and a family or families by area",
                    "\"" + code + "\"",
                    node.source(),
                    "write \"0x80070005\": {agent: …, else: …}; an x stands for the last digit");
              }
              refined.put(code, families);
            });
    return refined;
  }

  private Map<String, Operation> areas(Mapping codes) {
    Map<String, Operation> areas = new LinkedHashMap<>();
    below(codes, "areas")
        .each(
            (area, node) -> {
              String word = node instanceof Scalar scalar ? scalar.text() : "";
              constant(word, Operation.values(), Kebab::word)
                  .ifPresentOrElse(
                      operation -> areas.put(area, operation),
                      () -> fault("an operation", node, Meant.hint(word, OPERATIONS)));
            });
    return areas;
  }

  private static Mapping below(Mapping field, String name) {
    return field.get(name) instanceof Mapping map ? map : Mapping.empty(field.source());
  }

  /** A pack may do with the terms of others. */
  private List<Term> terms() {
    return files.texts().containsKey(TERMS)
        ? new TermReader(faults).read(mapping(TERMS))
        : List.of();
  }

  private Mapping mapping(String file) {
    read.add(file);
    String text = files.texts().get(file);
    if (text == null) {
      unreadable.add(path(file));
      fault("a file " + file, "none", new Source(path(file), "", 1, 1), null);
    } else {
      Optional<Node> node = yaml(path(file), text);
      if (node.isPresent() && node.get() instanceof Mapping map) {
        return map;
      }
      unreadable.add(path(file));
      node.ifPresent(other -> fault("a mapping", other, "write names with a colon"));
    }
    return Mapping.empty(new Source(path(file), "", 1, 1));
  }

  private String text(Mapping field, String name) {
    @Nullable Node node = field.get(name);
    if (node instanceof Scalar scalar && !scalar.text().isEmpty()) {
      return scalar.text();
    }
    if (readable(field)) {
      fault("\"" + name + "\"", "nothing", field.source(), null);
    }
    return "";
  }

  private boolean readable(Mapping field) {
    return !unreadable.contains(field.source().file());
  }

  private String path(String file) {
    return files.origin() + "/" + file;
  }

  /** Of what was read: what only tests the rules changes no plan. */
  private String digest() {
    StringBuilder all = new StringBuilder();
    files
        .texts()
        .forEach(
            (path, text) -> {
              if (read.contains(path)) {
                all.append(path).append('\n').append(text).append('\n');
              }
            });
    return Sha256.hex(all.toString(), BYTES_OF_DIGEST);
  }
}
