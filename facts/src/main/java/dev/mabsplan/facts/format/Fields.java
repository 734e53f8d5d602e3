package dev.mabsplan.facts.format;

import dev.mabsplan.facts.format.Labels.Labelled;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a console shows of one job, alert or event: a value for each label, of which some go on in
 * the lines below.
 *
 * @param <L> the labels
 */
public final class Fields<L extends Enum<L>> {

  private final Set<L> longer;
  private final Map<L, String> values;
  private final Map<L, List<String>> lines;
  private @Nullable L within;

  /**
   * Makes fields without values.
   *
   * @param labels what they are called by
   * @param longer those whose value goes on in the lines below
   */
  public Fields(Class<L> labels, Set<L> longer) {
    this.longer = Set.copyOf(longer);
    this.values = new EnumMap<>(labels);
    this.lines = new EnumMap<>(labels);
  }

  /** Takes a line that begins with a label; of two with the same the first counts. */
  public void take(Labelled<L> found) {
    put(found.label(), values.getOrDefault(found.label(), found.value()));
    begin(found);
  }

  /** Takes a line that begins with a label; of two with the same the last counts. */
  public void takeLast(Labelled<L> found) {
    put(found.label(), found.value());
    begin(found);
  }

  private void begin(Labelled<L> found) {
    if (longer.contains(found.label())) {
      within = found.label();
      goOn(found.value());
    }
  }

  /** Gives a label a value, whatever it had; nothing goes on behind it. */
  public void put(L label, String value) {
    values.put(label, value);
    end();
  }

  /** Takes a line without a label where a value goes on in it, and tells whether one did. */
  public boolean goOn(String line) {
    L label = within;
    if (label == null) {
      return false;
    }
    lines.computeIfAbsent(label, longer -> new ArrayList<>()).add(line);
    return true;
  }

  /** No value goes on. */
  public void end() {
    within = null;
  }

  /** Returns the value that stands beside a label. */
  public Optional<String> of(L label) {
    return Optional.ofNullable(values.get(label)).filter(value -> !value.isBlank());
  }

  /** Returns the lines of a value that goes on, none where it has none. */
  public List<String> lines(L label) {
    return lines.getOrDefault(label, List.of());
  }

  /** Returns the whole of a value that goes on, empty where there is none. */
  public String text(L label) {
    return String.join("\n", lines(label)).strip();
  }

  /** Forgets all values. */
  public void clear() {
    values.clear();
    lines.clear();
    end();
  }
}
