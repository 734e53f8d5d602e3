package dev.mabsplan.facts.gathered;

import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.fault.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes one canonical whole of what a {@link Facts.Builder} gathered, and finds what is wrong with
 * it.
 */
final class Assembly {

  private final Facts.Builder given;
  private final Checks checks = new Checks();
  private final Merging merging = new Merging(checks);
  private final ServerAssembly servers;

  Assembly(Facts.Builder given) {
    this.given = given;
    this.servers = new ServerAssembly(given, checks, merging);
  }

  /** Returns the whole; good for nothing where there are {@link #faults}. */
  Facts facts() {
    List<Server> all = servers.servers();
    SortedMap<Address, Fact> facts = new FactAssembly(given, servers, checks, merging).facts();
    Map<ReportedError, Address> errors =
        new ErrorAssembly(given, servers, checks, merging).errors();
    return new Facts(
        given.observedAt,
        all,
        collected(),
        errors.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList(),
        attempts(),
        servers.names(),
        facts,
        errors,
        merging.places());
  }

  /** Returns what is wrong, in the order of where it was read. */
  List<Fault> faults() {
    return checks.faults();
  }

  private List<Collected> collected() {
    return given.collected.stream()
        .map(collected -> new Collected(servers.resolve(collected.server()), collected.kind()))
        .distinct()
        .sorted(
            Comparator.comparing(Collected::server, ServerAssembly.BY_NAME)
                .thenComparing(Collected::kind))
        .toList();
  }

  private List<Attempt> attempts() {
    Map<Address, List<Read<Attempt>>> byAddress = new TreeMap<>();
    for (Read<Attempt> read : given.attempts) {
      Attempt given = read.value();
      Attempt attempt =
          new Attempt(
              given.remedy().strip(),
              given.outcome(),
              servers.resolveKnown(given.server()),
              ErrorAssembly.unlessBlank(given.dataSource()),
              ErrorAssembly.unlessBlank(given.problem()));
      if (checks.isName("remedy of an attempt", given.remedy(), false, read.at("remedy"))) {
        byAddress
            .computeIfAbsent(Address.of(attempt), key -> new ArrayList<>())
            .add(read.with(attempt));
      }
    }
    List<Attempt> attempts = new ArrayList<>();
    byAddress.forEach((address, reads) -> attempts.add(merging.merge(address, reads)));
    return attempts;
  }
}
