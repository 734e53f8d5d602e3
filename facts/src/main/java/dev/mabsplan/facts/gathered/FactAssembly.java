package dev.mabsplan.facts.gathered;

import dev.mabsplan.facts.CredentialsFile;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.SecurityPin;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.shape.RecordShape;
import dev.mabsplan.facts.shape.Spelling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the facts canonical: one at each address, in one spelling, with its age. */
final class FactAssembly {

  private final Facts.Builder given;
  private final ServerAssembly servers;
  private final Checks checks;
  private final Merging merging;

  FactAssembly(Facts.Builder given, ServerAssembly servers, Checks checks, Merging merging) {
    this.given = given;
    this.servers = servers;
    this.checks = checks;
    this.merging = merging;
  }

  /** Returns the facts by their addresses, in their order. */
  SortedMap<Address, Fact> facts() {
    Map<Address, List<Read<Fact>>> byAddress = new TreeMap<>();
    for (Read<Fact> read : given.facts) {
      Fact fact = Spelling.canonical(read.value(), servers::resolve);
      Address address = Address.of(fact);
      boolean named = keysAreNames(read);
      boolean inRange = checks.inRange((Record) fact, address, read);
      if (named && inRange) {
        byAddress.computeIfAbsent(address, key -> new ArrayList<>(1)).add(read.with(fact));
      }
    }
    SortedMap<Address, Fact> facts = new TreeMap<>();
    byAddress.forEach(
        (address, reads) -> {
          Fact merged = merging.merge(address, reads);
          checkAbsence(merged, address);
          checkVolume(merged, address);
          facts.put(address, aged(merged, address));
        });
    return facts;
  }

  private boolean keysAreNames(Read<Fact> read) {
    boolean good = true;
    FactKind kind = FactKind.of(read.value().getClass());
    for (RecordShape.Component key : RecordShape.of(kind).keys()) {
      if (key.value((Record) read.value()) instanceof String name) {
        String what =
            key.name()
                + " of "
                + kind.property()
                + " on "
                + Fault.quote(servers.resolve(read.value().server()));
        good &= checks.isName(what, name, false, read.at(key.name()));
      }
    }
    return good;
  }

  private void checkAbsence(Fact fact, Address address) {
    List<RecordShape.Component> components =
        RecordShape.of(FactKind.of(fact.getClass())).components();
    boolean absent = false;
    for (RecordShape.Component component : components) {
      absent |= component.isPresence() && Boolean.FALSE.equals(component.value((Record) fact));
    }
    if (!absent) {
      return;
    }
    for (RecordShape.Component component : components) {
      // What a folder was for can be known of one that is gone.
      if (!component.isPresence()
          && !component.key()
          && !component.name().equals("purpose")
          && !component.name().equals("server")
          && component.known((Record) fact)) {
        checks.fault(
            "nothing to be known of "
                + address
                + ", which is not present"
                + Checks.at(merging.sourceOf(address.component("present"))),
            component.name(),
            merging.sourceOf(address.component(component.name())));
      }
    }
  }

  private void checkVolume(Fact fact, Address address) {
    if (fact instanceof Volume volume) {
      Long size = volume.sizeBytes();
      Long free = volume.freeBytes();
      if (size != null && free != null && free > size) {
        checks.fault(
            address.component("freeBytes") + " to be no more than its sizeBytes, " + size,
            free.toString(),
            merging.sourceOf(address.component("freeBytes")));
      }
    }
  }

  /** Returns a fact without the age that follows from when it began and when it was observed. */
  static Fact withoutAge(Fact fact) {
    if (fact instanceof CredentialsFile file && file.downloadedAt() != null) {
      return file.withoutAge();
    }
    return fact instanceof SecurityPin pin && pin.generatedAt() != null ? pin.withoutAge() : fact;
  }

  private Fact aged(Fact fact, Address address) {
    if (fact instanceof CredentialsFile file) {
      Long hours =
          age(
              address,
              "downloadedAt",
              file.downloadedAt(),
              "ageHours",
              file.ageHours(),
              Duration::toHours);
      return hours == null ? file : file.withAgeHours(hours);
    }
    if (fact instanceof SecurityPin pin) {
      Long minutes =
          age(
              address,
              "generatedAt",
              pin.generatedAt(),
              "ageMinutes",
              pin.ageMinutes(),
              Duration::toMinutes);
      return minutes == null ? pin : pin.withAgeMinutes(minutes);
    }
    return fact;
  }

  private @Nullable Long age(
      Address address,
      String since,
      @Nullable Instant from,
      String component,
      @Nullable Long stated,
      Function<Duration, Long> unit) {
    Instant to = given.observedAt;
    if (from == null || to == null) {
      return null;
    }
    if (from.isAfter(to)) {
      checks.fault(
          address.component(since) + " to be no later than observedAt, " + to,
          from.toString(),
          merging.sourceOf(address.component(since)));
      return null;
    }
    Long computed = unit.apply(Duration.between(from, to));
    if (stated != null && !stated.equals(computed)) {
      checks.fault(
          address.component(component)
              + " to be left out or "
              + computed
              + ", which is the time from "
              + since
              + Checks.at(merging.sourceOf(address.component(since)))
              + " to observedAt",
          stated.toString(),
          merging.sourceOf(address.component(component)));
    }
    return computed;
  }
}
