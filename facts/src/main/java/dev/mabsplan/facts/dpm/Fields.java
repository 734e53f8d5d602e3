package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.format.Labels.Labelled;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a console shows of one job or alert: a value for each label, and a description of lines. */
final class Fields<L extends Enum<L>> {

  private final L description;
  private final Map<L, String> values;
  private final List<String> described = new ArrayList<>();
  private boolean describes;

  /**
   * Makes fields without values.
   *
   * @param labels what they are called by
   * @param description the one whose value goes on in the lines below
   */
  Fields(Class<L> labels, L description) {
    this.description = description;
    this.values = new EnumMap<>(labels);
  }

  /** Takes a line that begins with a label; of two with the same the first counts. */
  void take(Labelled<L> found) {
    values.putIfAbsent(found.label(), found.value());
    describes = found.label() == description;
    if (describes) {
      described.add(found.value());
    }
  }

  /** Gives a label a value, whatever it had; no description goes on behind it. */
  void put(L label, String value) {
    values.put(label, value);
    describes = false;
  }

  /** Takes a line without a label where the description goes on in it, and tells whether it did. */
  boolean goOn(String line) {
    if (describes) {
      described.add(line.strip());
    }
    return describes;
  }

  /** The description does not go on. */
  void endDescription() {
    describes = false;
  }

  Optional<String> of(L label) {
    return Optional.ofNullable(values.get(label)).filter(value -> !value.isBlank());
  }

  /** Returns the whole description, empty where there is none. */
  String described() {
    return String.join("\n", described).strip();
  }

  void clear() {
    values.clear();
    described.clear();
    describes = false;
  }
}
