package dev.mabsplan.engine.pack;

import dev.mabsplan.engine.pack.ErrorCode.Kind;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A product's public catalogue of errors, as {@value #FILE} of a pack holds it: a line a number,
 * with tabs between {@code id}, {@code kind}, {@code area}, {@code family}, {@code also} and {@code
 * clue}. It is looked at only where a number is met that no rule knows, so that who meets none pays
 * nothing for it. May be used from many threads.
 */
public final class ErrorCodes {

  /** The file of a pack that holds it. */
  public static final String FILE = "codes.tsv";

  /** A family that has nothing to remedy. */
  private static final Set<String> WITHOUT_REMEDY = Set.of("none", "fix-input");

  /** Stands for every area that a code does not name. */
  static final String ELSE = "else";

  private static final String HEAD = "id\tkind\tarea\tfamily\talso\tclue";

  private final String product;
  private final String page;
  private final String topic;
  private final Map<String, Map<String, String>> refined;
  private final Map<String, Operation> operations;
  private final String text;
  private final String file;

  /** Made for the first number; twice where two threads ask at once. */
  private volatile @Nullable Map<Integer, ErrorCode> byId;

  /**
   * Makes a catalogue.
   *
   * @param product whose numbers they are, such as {@code dpm}
   * @param page where it is published
   * @param topic the topic whose symptoms stand for the families
   * @param refined the family that a code beside a number tells, by the code in capitals or, with
   *     an x in the place of its last digit, by the codes of a range; of each by the area of the
   *     number, or {@value #ELSE} for all others
   * @param operations what was being done when a number of an area occurred, by the area
   * @param text the text of the file
   * @param file where that was read
   */
  ErrorCodes(
      String product,
      String page,
      String topic,
      Map<String, Map<String, String>> refined,
      Map<String, Operation> operations,
      String text,
      String file) {
    this.product = product;
    this.page = page;
    this.topic = topic;
    this.refined = Map.copyOf(refined);
    this.operations = Map.copyOf(operations);
    this.text = text;
    this.file = file;
  }

  String page() {
    return page;
  }

  Map<String, Map<String, String>> refined() {
    return refined;
  }

  Map<String, Operation> operations() {
    return operations;
  }

  String text() {
    return text;
  }

  String file() {
    return file;
  }

  /** Returns whose numbers they are. */
  public String product() {
    return product;
  }

  /** Returns the topic whose symptoms stand for the families. */
  public String topic() {
    return topic;
  }

  /** Returns what the catalogue says of a number, or nothing. */
  public Optional<ErrorCode> find(int id) {
    return Optional.ofNullable(all().get(id));
  }

  /**
   * Returns the symptom that stands for the family which a code tells, or nothing.
   *
   * @param code a code of Windows, such as {@code 0x80070005}
   * @param area what the number beside it is about
   */
  public Optional<String> refinedBy(String code, String area) {
    String whole = code.toUpperCase(Locale.ROOT).replaceFirst("^0X", "0x");
    Map<String, String> families = refined.get(whole);
    if (families == null && whole.length() > 2) {
      families = refined.get(whole.substring(0, whole.length() - 1) + "x");
    }
    return Optional.ofNullable(families)
        .map(byArea -> byArea.getOrDefault(area, byArea.get(ELSE)))
        .map(name -> topic + "/" + name);
  }

  /** Returns how many numbers there are. */
  public int size() {
    return all().size();
  }

  /** Returns the numbers, in no order. */
  public Set<Integer> ids() {
    return Set.copyOf(all().keySet());
  }

  private Map<Integer, ErrorCode> all() {
    Map<Integer, ErrorCode> read = byId;
    if (read == null) {
      read = read(new ArrayList<>());
      byId = read;
    }
    return read;
  }

  /**
   * Returns what is wrong with the file.
   *
   * @param families the symptoms that families may be
   */
  public List<Fault> faults(Set<String> families) {
    List<Fault> faults = new ArrayList<>();
    Set<String> named = new LinkedHashSet<>();
    read(faults).values().forEach(code -> named.addAll(code.families()));
    refined
        .values()
        .forEach(byArea -> byArea.values().forEach(family -> named.add(topic + "/" + family)));
    for (String family : named) {
      String name = family.substring(topic.length() + 1);
      if (!families.contains(family)) {
        faults.add(
            new Fault(
                "a symptom of the topic " + topic + " for every family",
                "\"" + name + "\"",
                new Source(file, "", 1, 1),
                Meant.hint(family, families)));
      }
    }
    return faults;
  }

  private Map<Integer, ErrorCode> read(List<Fault> faults) {
    Map<Integer, ErrorCode> codes = new HashMap<>();
    List<String> lines = text.lines().toList();
    String head = lines.isEmpty() ? "" : lines.get(0);
    if (!head.equals(HEAD)) {
      faults.add(
          new Fault(
              "a first line with " + HEAD.replace('\t', ' '),
              "\"" + head + "\"",
              new Source(file, "", 1, 1),
              "put tabs between the names"));
    }
    for (int i = 1; i < lines.size(); i++) {
      Source line = new Source(file, "", i + 1, 1);
      ErrorCode code = code(lines.get(i).split("\t", -1));
      if (code == null) {
        faults.add(
            new Fault(
                "a number, a kind, an area, a family, another or none, and a clue",
                "\"" + lines.get(i) + "\"",
                line,
                "kinds are " + String.join(", ", kinds())));
      } else if (codes.putIfAbsent(code.id(), code) != null) {
        faults.add(new Fault("each number once", code.id() + " twice", line, null));
      }
    }
    return Map.copyOf(codes);
  }

  private @Nullable ErrorCode code(String[] fields) {
    boolean whole = fields.length == 6 && fields[0].matches("\\d{1,6}");
    if (!whole || !kinds().contains(fields[1]) || fields[2].isBlank() || fields[3].isBlank()) {
      return null;
    }
    List<String> families = new ArrayList<>();
    for (String family : List.of(fields[3], fields[4])) {
      if (!family.isBlank() && !WITHOUT_REMEDY.contains(family)) {
        families.add(topic + "/" + family);
      }
    }
    return new ErrorCode(
        Integer.parseInt(fields[0]),
        Kind.valueOf(fields[1].toUpperCase(Locale.ROOT)),
        fields[2],
        Optional.ofNullable(operations.get(fields[2])),
        families,
        fields[5],
        page);
  }

  private static List<String> kinds() {
    return Arrays.stream(Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
  }
}
