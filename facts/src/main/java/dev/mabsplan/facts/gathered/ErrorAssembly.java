package dev.mabsplan.facts.gathered;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.shape.RecordShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the errors canonical: those that differ in nothing but their time are one. */
final class ErrorAssembly {

  private final Facts.Builder given;
  private final ServerAssembly servers;
  private final Checks checks;
  private final Merging merging;

  ErrorAssembly(Facts.Builder given, ServerAssembly servers, Checks checks, Merging merging) {
    this.given = given;
    this.servers = servers;
    this.checks = checks;
    this.merging = merging;
  }

  private boolean named(ReportedError error, Read<ReportedError> read) {
    String dataSource = error.dataSource();
    return isServerName("reportedBy", error.reportedBy(), read)
        && isServerName("server", error.server(), read)
        && (dataSource == null
            || checks.isName("dataSource of an error", dataSource, true, read.at("dataSource")));
  }

  private boolean isServerName(String component, @Nullable String name, Read<ReportedError> read) {
    return name == null
        || checks.isServerName(component + " of an error", name, read.at(component));
  }

  /** Returns the errors with their addresses. */
  Map<ReportedError, Address> errors() {
    Map<ReportedError, Read<ReportedError>> reports = new LinkedHashMap<>();
    for (Read<ReportedError> read : given.errors) {
      ReportedError error = canonical(read.value());
      if (Stream.of(
              error.id(),
              error.code(),
              error.name(),
              error.message(),
              error.operation(),
              error.text())
          .allMatch(value -> value == null)) {
        checks.fault(
            "an error to have at least one of id, code, name, message, operation and text",
            "none of them",
            read.source());
      } else if (named(error, read)
          && checks.inRange(error, Address.of(error), read)
          && firstIsNotAfterLast(error, read)) {
        reports.putIfAbsent(error, read.with(error));
      }
    }
    Map<ReportedError, Read<ReportedError>> distinct = repeatsMerged(reports.values());
    Map<Address, List<ReportedError>> byLabel = new TreeMap<>();
    for (ReportedError error : distinct.keySet()) {
      byLabel.computeIfAbsent(Address.of(error), key -> new ArrayList<>()).add(error);
    }
    Map<ReportedError, Address> addresses = new HashMap<>();
    byLabel.forEach(
        (label, alike) -> {
          if (alike.size() == 1) {
            addresses.put(alike.get(0), label);
            return;
          }
          int number = 0;
          for (ReportedError error : alike.stream().sorted(ErrorAssembly::compare).toList()) {
            Address numbered;
            do {
              number++;
              numbered = label.numbered(number);
            } while (byLabel.containsKey(numbered));
            addresses.put(error, numbered);
          }
        });
    addresses.forEach(
        (error, address) -> {
          Read<ReportedError> read = distinct.get(error);
          if (read != null) {
            merging.keepPlaces(address, List.of(read));
          }
        });
    return addresses;
  }

  private boolean firstIsNotAfterLast(ReportedError error, Read<ReportedError> read) {
    Instant first = error.firstOccurredAt();
    Instant last = error.occurredAt();
    if (first == null || last == null || !first.isAfter(last)) {
      return true;
    }
    checks.fault(
        Address.of(error).component("firstOccurredAt")
            + " to be no later than occurredAt, "
            + last
            + Checks.at(read.at("occurredAt")),
        first.toString(),
        read.at("firstOccurredAt"));
    return false;
  }

  /** Makes one of all reports that differ in nothing but how often and when. */
  private static Map<ReportedError, Read<ReportedError>> repeatsMerged(
      Collection<Read<ReportedError>> reports) {
    Map<ReportedError, List<Read<ReportedError>>> alike = new LinkedHashMap<>();
    for (Read<ReportedError> read : reports) {
      alike.computeIfAbsent(read.value().withoutOccurrences(), key -> new ArrayList<>()).add(read);
    }
    Map<ReportedError, Read<ReportedError>> merged = new LinkedHashMap<>();
    for (List<Read<ReportedError>> repeats : alike.values()) {
      Read<ReportedError> one = repeats.size() == 1 ? repeats.get(0) : repeated(repeats);
      merged.put(one.value(), one);
    }
    return merged;
  }

  private static Read<ReportedError> repeated(List<Read<ReportedError>> repeats) {
    ReportedError merged =
        repeats.stream().map(Read::value).reduce(ReportedError::with).orElseThrow();
    Read<ReportedError> newest =
        repeats.stream()
            .min(
                Comparator.comparing(
                    read -> read.value().latest(), Comparator.nullsLast(Comparator.reverseOrder())))
            .orElseThrow();
    Map<String, Source> components = new HashMap<>(newest.components());
    repeats.stream()
        .filter(read -> read.value().earliest() != null)
        .min(Comparator.comparing(read -> read.value().earliest()))
        .map(
            read ->
                read.at(read.value().firstOccurredAt() == null ? "occurredAt" : "firstOccurredAt"))
        .ifPresent(source -> components.put("firstOccurredAt", source));
    return new Read<>(merged, newest.source(), components);
  }

  private ReportedError canonical(ReportedError error) {
    return new ReportedError(
            error.id(),
            unlessBlank(error.code()),
            unlessBlank(error.name()),
            unlessBlank(error.message()),
            unlessBlank(error.operation()),
            unlessBlank(error.product()),
            servers.resolveKnown(error.reportedBy()),
            servers.resolveKnown(error.server()),
            unlessBlank(error.dataSource()),
            unlessBlank(error.text()),
            error.occurredAt(),
            error.count(),
            error.firstOccurredAt(),
            unlessBlank(error.is()))
        .withoutNeedlessFirst();
  }

  /** Returns a text; null where it is blank. */
  static @Nullable String unlessBlank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /**
   * Compares two records of one type by what they say, component by component; unknown is first.
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compare(Record a, Record b) {
    for (RecordShape.Component component : RecordShape.of(a.getClass()).components()) {
      Comparable left = (Comparable) component.value(a);
      Comparable right = (Comparable) component.value(b);
      int difference =
          left == null || right == null
              ? Boolean.compare(left != null, right != null)
              : left.compareTo(right);
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }
}
