package dev.mabsplan.facts.gathered;

import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is looked at in everything that was gathered, and what is wrong with it. */
final class Checks {

  private final List<Fault> faults = new ArrayList<>();

  /** Returns what is wrong, in the order of where it was read. */
  List<Fault> faults() {
    return faults.stream()
        .sorted(
            Comparator.comparing(
                Fault::source,
                Comparator.nullsLast(
                    Comparator.comparing(Source::file)
                        .thenComparing(Source::line)
                        .thenComparing(Source::column))))
        .toList();
  }

  void fault(String expected, String found, @Nullable Source source) {
    fault(expected, found, source, null);
  }

  void fault(String expected, String found, @Nullable Source source, @Nullable String hint) {
    faults.add(new Fault(expected, found, source, hint));
  }

  /** Finds whether a name is one. */
  boolean isName(String what, String name, boolean mayBeEmpty, @Nullable Source source) {
    if (name.isBlank() && !mayBeEmpty) {
      fault(what + " to be a name", "none: it is blank", source);
      return false;
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      faults.add(
          new Fault(
              what + " to be a name",
              "a control character in " + Fault.quote(name),
              source,
              "in JSON a backslash is written twice: \"D:\\\\backup\""));
      return false;
    }
    return true;
  }

  /** Finds whether the name of a server is one. */
  boolean isServerName(String what, String name, @Nullable Source source) {
    if (name.length() > Server.LONGEST_NAME) {
      fault(
          what + " to have " + Server.LONGEST_NAME + " characters at most",
          name.length() + ": " + Fault.quote(name),
          source);
      return false;
    }
    return isName(what, name, true, source);
  }

  /** Finds whether all numbers of a thing are in their ranges. */
  boolean inRange(Record of, Address address, Read<?> read) {
    boolean good = true;
    for (RecordShape.Component component : RecordShape.of(of.getClass()).components()) {
      if (component.value(of) instanceof Number number
          && (number.longValue() < component.minimum()
              || number.longValue() > component.maximum())) {
        fault(
            address.component(component.name())
                + " to be "
                + component.minimum()
                + (component.maximum() == Long.MAX_VALUE
                    ? " or more"
                    : " to " + component.maximum()),
            number.toString(),
            read.at(component.name()));
        good = false;
      }
    }
    return good;
  }

  /** Returns where something was read, as a message says it. */
  static String at(@Nullable Source source) {
    return source == null ? "" : " (" + source + ")";
  }
}
