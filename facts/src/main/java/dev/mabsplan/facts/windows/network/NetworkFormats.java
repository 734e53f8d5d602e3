package dev.mabsplan.facts.windows.network;

import static dev.mabsplan.facts.format.RowFormat.having;
import static dev.mabsplan.facts.format.RowFormat.key;
import static dev.mabsplan.facts.format.RowFormat.name;
import static dev.mabsplan.facts.format.RowFormat.text;
import static dev.mabsplan.facts.format.RowFormat.truth;

import dev.mabsplan.facts.DomainTrust;
import dev.mabsplan.facts.TrustLevel;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.RowFormat;
import dev.mabsplan.facts.format.RowNotes;
import java.util.List;
import java.util.Optional;

/** The formats of network, domain and clock. */
public final class NetworkFormats {

  /** What a computer is called, and the domain or workgroup it is in. */
  static final NativeFormat WIN32_COMPUTER_SYSTEM =
      new RowFormat(
          "Get-CimInstance Win32_ComputerSystem | ConvertTo-Json",
          having("Domain", "PartOfDomain"),
          key(name("Domain"), (server, domain) -> DomainTrust.of(server).withName(domain))
              .need(truth("PartOfDomain").orUnread("PartOfDomain is neither true nor false"))
              // which other domain is trusted, a computer does not say of its own
              .set(
                  truth("PartOfDomain").where(inDomain -> !inDomain),
                  (workgroup, so) -> workgroup.withTrust(TrustLevel.WORKGROUP))
              .server(text("Name").as(n -> Optional.of(n.strip())).where(RowNotes::isName)));

  /** All of them, the narrower first. */
  public static final List<NativeFormat> ALL =
      List.of(
          new TestNetConnection(),
          new WebAnswer(),
          WIN32_COMPUTER_SYSTEM,
          new TimeStripChart(),
          new GetTimeZone());

  private NetworkFormats() {}
}
