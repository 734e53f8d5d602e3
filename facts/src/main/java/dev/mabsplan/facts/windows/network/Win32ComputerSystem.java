package dev.mabsplan.facts.windows.network;

import dev.mabsplan.facts.DomainTrust;
import dev.mabsplan.facts.TrustLevel;
import dev.mabsplan.facts.format.RowFormat;
import dev.mabsplan.facts.format.RowNotes;
import java.util.Optional;

/** What a computer is called, and the domain or workgroup it is in. */
final class Win32ComputerSystem extends RowFormat {

  Win32ComputerSystem() {
    super(
        "Get-CimInstance Win32_ComputerSystem | ConvertTo-Json",
        having("Domain", "PartOfDomain"),
        key(name("Domain"), (server, domain) -> DomainTrust.of(server).withName(domain))
            .need(truth("PartOfDomain").orUnread("PartOfDomain is neither true nor false"))
            // which other domain is trusted, a computer does not say of its own
            .set(
                truth("PartOfDomain").where(inDomain -> !inDomain),
                (workgroup, so) -> workgroup.withTrust(TrustLevel.WORKGROUP))
            .server(text("Name").as(n -> Optional.of(n.strip())).where(RowNotes::isName)));
  }
}
