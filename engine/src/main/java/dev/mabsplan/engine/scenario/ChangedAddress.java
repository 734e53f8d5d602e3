package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.scenario.WhatIf.Change;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.shape.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a change is of, among the facts; a short server name, or none for the only one, will do. */
final class ChangedAddress {

  private final Facts facts;

  ChangedAddress(Facts facts) {
    this.facts = facts;
  }

  /** Returns what a change is of, as the facts spell it. */
  Address of(Change change) {
    String text = change.address().strip();
    boolean whole =
        WhatIf.ROOTS.stream().anyMatch(root -> text.equals(root) || text.startsWith(root + "["));
    try {
      Address address =
          Address.parse(whole ? text : WhatIf.SERVERS + "[" + only(change) + "]." + text);
      return address.server().map(name -> asWritten(on(server(name), address))).orElse(address);
    } catch (IllegalArgumentException e) {
      throw new InvalidFactsException(
          List.of(
              new Fault(
                  "an address, such as servers[FS01].services[VSS].startType",
                  Fault.quote(change.address()),
                  Source.of(change.toString()),
                  e.getMessage())));
    }
  }

  /** Returns the server that is meant where none is named. */
  private String only(Change change) {
    if (facts.servers().size() != 1) {
      throw WhatIf.fault(
          change,
          "an address that begins with servers[NAME], since there are several",
          "there are "
              + String.join(", ", facts.servers().stream().map(Server::name).sorted().toList()));
    }
    return facts.servers().get(0).name().replace("]", "]]").replace(",", ",,");
  }

  /** Returns the name that the document has for a server; a short name is enough. */
  private String server(String name) {
    List<String> known = facts.servers().stream().map(Server::name).toList();
    List<String> qualified =
        known.stream()
            .filter(one -> one.regionMatches(true, 0, name + ".", 0, name.length() + 1))
            .toList();
    return known.stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .orElse(qualified.size() == 1 && !name.isEmpty() ? qualified.get(0) : name);
  }

  private static Address on(String server, Address address) {
    Optional<FactKind> kind = address.kind();
    Address whole =
        kind.isPresent()
            ? Address.of(server, kind.get(), address.keys())
            : Address.ofServer(server);
    return address.component().map(whole::component).orElse(whole);
  }

  /** Returns the address with the names as the facts spell them, which reasons quote. */
  private Address asWritten(Address address) {
    Address known =
        facts.facts().stream()
            .map(Address::of)
            .filter(address.whole()::equals)
            .findFirst()
            .orElse(address.whole());
    return address.component().map(known::component).orElse(known);
  }

  List<Address> places(boolean errors) {
    return errors
        ? facts.errors().stream().map(facts::addressOf).toList()
        : facts.attempts().stream().map(Address::of).toList();
  }

  String near(Address address) {
    List<String> known =
        Stream.concat(
                facts.facts().stream().map((Fact fact) -> Address.of(fact)),
                Stream.concat(places(true).stream(), places(false).stream()))
            .map(Address::toString)
            .toList();
    return Nearest.to(address.whole().toString(), known)
        .map(found -> "did you mean " + found + "?")
        .orElse("mabsplan import shows what the facts hold");
  }

  String nearServer(String name) {
    List<String> known = facts.servers().stream().map(Server::name).sorted().toList();
    return Nearest.to(name, known)
        .map(found -> "did you mean " + found + "?")
        .orElse("there are " + String.join(", ", known));
  }
}
