package dev.mabsplan.facts.windows.network;

import dev.mabsplan.facts.DomainTrust;
import dev.mabsplan.facts.TrustLevel;
import dev.mabsplan.facts.reading.JsonRows;
import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.NativeFormat;
import dev.mabsplan.facts.reading.Notes;
import dev.mabsplan.facts.reading.RowNotes;
import dev.mabsplan.facts.reading.TextFile;
import java.util.Optional;

/** What a computer is called, and the domain or workgroup it is in. */
final class Win32ComputerSystem implements NativeFormat {

  private static final String NAME = "Name";
  private static final String DOMAIN = "Domain";
  private static final String IN_DOMAIN = "PartOfDomain";

  @Override
  public String name() {
    return "Get-CimInstance Win32_ComputerSystem | ConvertTo-Json";
  }

  @Override
  public boolean fits(TextFile file) {
    return JsonRows.have(file, DOMAIN, IN_DOMAIN);
  }

  @Override
  public void read(TextFile file, Notes notes) {
    RowNotes rows = RowNotes.of(file, notes);
    rows.rows().forEach(row -> note(row, rows, notes));
    rows.finish();
  }

  private static void note(Row row, RowNotes rows, Notes notes) {
    Optional<String> domain = rows.name(row, DOMAIN);
    Optional<Boolean> inDomain = row.truth(IN_DOMAIN);
    if (domain.isEmpty()) {
      return;
    }
    if (inDomain.isEmpty()) {
      rows.unread(row, IN_DOMAIN, IN_DOMAIN + " is neither true nor false");
      return;
    }
    // which other domain is trusted, a computer does not say of its own
    boolean workgroup = !inDomain.get();
    row.text(NAME)
        .map(String::strip)
        .filter(RowNotes::isName)
        .ifPresentOrElse(
            name ->
                notes.fact(
                    Optional.of(name),
                    row.source(DOMAIN),
                    server -> domain(server, domain.get(), workgroup)),
            () -> rows.fact(row, DOMAIN, server -> domain(server, domain.get(), workgroup)));
  }

  private static DomainTrust domain(String server, String name, boolean workgroup) {
    DomainTrust domain = DomainTrust.of(server).withName(name);
    return workgroup ? domain.withTrust(TrustLevel.WORKGROUP) : domain;
  }
}
