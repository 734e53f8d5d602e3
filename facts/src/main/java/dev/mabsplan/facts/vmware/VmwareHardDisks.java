package dev.mabsplan.facts.vmware;

import dev.mabsplan.facts.DiskMode;
import dev.mabsplan.facts.VmwareDisk;
import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.RowFormat;
import dev.mabsplan.facts.reading.RowNotes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Disks of VMware machines, and how they take part in snapshots. */
final class VmwareHardDisks implements RowFormat {

  private static final String VM = "VM";
  private static final String NAME = "Name";
  private static final String MODE = "Persistence";

  @Override
  public String name() {
    return "Get-HardDisk | ConvertTo-Json";
  }

  @Override
  public List<List<String>> properties() {
    return List.of(List.of(VM, NAME, MODE));
  }

  @Override
  public void note(Row row, RowNotes rows) {
    Optional<String> vm = rows.name(row, VM);
    Optional<String> name = rows.name(row, NAME);
    if (vm.isEmpty() || name.isEmpty()) {
      return;
    }
    Optional<DiskMode> mode = row.text(MODE).flatMap(VmwareHardDisks::mode);
    if (mode.isEmpty()) {
      rows.unread(row, MODE, MODE + " is none of Persistent and the two Independent ones");
    }
    rows.fact(
        row,
        NAME,
        server -> {
          VmwareDisk disk = VmwareDisk.of(server, vm.get(), name.get());
          return mode.isPresent() ? disk.withMode(mode.get()) : disk;
        });
  }

  private static Optional<DiskMode> mode(String written) {
    return switch (written.strip().toLowerCase(Locale.ROOT)) {
      case "persistent" -> Optional.of(DiskMode.DEPENDENT);
      case "independentpersistent" -> Optional.of(DiskMode.INDEPENDENT_PERSISTENT);
      case "independentnonpersistent" -> Optional.of(DiskMode.INDEPENDENT_NONPERSISTENT);
      default -> Optional.empty();
    };
  }
}
