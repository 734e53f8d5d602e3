package dev.mabsplan.facts.windows.storage;

import dev.mabsplan.facts.Disk;
import dev.mabsplan.facts.MountedImage;
import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.RowFormat;
import dev.mabsplan.facts.reading.RowNotes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Disks and their partitions; a disk that is an image file is a mounted image instead. */
final class GetDisk implements RowFormat {

  private static final Pattern PATH =
      Pattern.compile("(?:[a-z]:\\\\|\\\\\\\\).+", Pattern.CASE_INSENSITIVE);

  /** Where the kind of bus is not given, the name of the file tells. */
  private static final Pattern IMAGE =
      Pattern.compile(PATH.pattern() + "\\.vhdx?", Pattern.CASE_INSENSITIVE);

  /** The kind of bus that an image is on, as a word and as CIM counts it. */
  private static final Set<String> IMAGE_BUS = Set.of("File Backed Virtual", "15");

  @Override
  public String name() {
    return "Get-Disk | ConvertTo-Json";
  }

  @Override
  public List<List<String>> properties() {
    return List.of(
        List.of("Number", "NumberOfPartitions"),
        List.of("Number", "Location"),
        List.of("Number", "FriendlyName", "Size"));
  }

  @Override
  public void note(Row row, RowNotes rows) {
    boolean onImageBus =
        row.text("BusType").map(String::strip).filter(IMAGE_BUS::contains).isPresent();
    Optional<String> image =
        row.text("Location")
            .map(String::strip)
            .filter(path -> (onImageBus ? PATH : IMAGE).matcher(path).matches());
    if (image.isPresent()) {
      rows.fact(row, "Location", server -> MountedImage.of(server, image.get()));
      return;
    }
    if (onImageBus) {
      rows.unused(row, "Location", "a mounted image that does not say which file it is");
      return;
    }
    Optional<Long> number = row.number("Number").filter(found -> found >= 0);
    if (number.isEmpty()) {
      rows.unread(row, "Number", "a disk without a number");
      return;
    }
    Optional<Integer> partitions =
        row.number("NumberOfPartitions")
            .filter(count -> count >= 0 && count <= Integer.MAX_VALUE)
            .map(Long::intValue);
    if (partitions.isEmpty() && row.value("NumberOfPartitions").isPresent()) {
      rows.unread(row, "NumberOfPartitions", "NumberOfPartitions is no number of partitions");
    }
    Optional<Long> size = rows.bytes(row, "Size");
    Optional<Boolean> boot = row.truth("IsBoot");
    Optional<Boolean> system = row.truth("IsSystem");
    Optional<Boolean> inPool = row.truth("InStoragePool");
    rows.fact(
        row,
        "Number",
        server -> {
          Disk disk = Disk.of(server, "Disk " + number.get());
          disk = partitions.isPresent() ? disk.withPartitions(partitions.get()) : disk;
          disk = inPool.isPresent() ? disk.withInStoragePool(inPool.get()) : disk;
          disk = boot.isPresent() ? disk.withBoot(boot.get()) : disk;
          disk = system.isPresent() ? disk.withSystem(system.get()) : disk;
          return size.isPresent() ? disk.withSizeBytes(size.get()) : disk;
        });
  }
}
