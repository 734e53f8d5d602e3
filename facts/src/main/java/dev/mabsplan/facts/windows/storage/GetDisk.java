package dev.mabsplan.facts.windows.storage;

import dev.mabsplan.facts.Disk;
import dev.mabsplan.facts.MountedImage;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.RowFact;
import dev.mabsplan.facts.format.RowFormat;
import dev.mabsplan.facts.format.RowNotes;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Disks and their partitions; a disk that is an image file is a mounted image instead. */
final class GetDisk extends RowFormat {

  private static final Pattern PATH =
      Pattern.compile("(?:[a-z]:\\\\|\\\\\\\\).+", Pattern.CASE_INSENSITIVE);

  /** Where the kind of bus is not given, the name of the file tells. */
  private static final Pattern IMAGE =
      Pattern.compile(PATH.pattern() + "\\.vhdx?", Pattern.CASE_INSENSITIVE);

  /** The kind of bus that an image is on, as a word and as CIM counts it. */
  private static final Set<String> IMAGE_BUS = Set.of("File Backed Virtual", "15");

  private static final RowFact<Disk> DISK =
      key(
              number("Number").where(number -> number >= 0).orUnread("a disk without a number"),
              (server, number) -> Disk.of(server, "Disk " + number))
          .set(
              number("NumberOfPartitions")
                  .where(count -> count >= 0 && count <= Integer.MAX_VALUE)
                  .as(count -> Optional.of(count.intValue()))
                  .orDamaged("NumberOfPartitions is no number of partitions"),
              Disk::withPartitions)
          .set(bytes("Size"), Disk::withSizeBytes)
          .set(truth("InStoragePool"), Disk::withInStoragePool)
          .set(truth("IsBoot"), Disk::withBoot)
          .set(truth("IsSystem"), Disk::withSystem);

  GetDisk() {
    super(
        "Get-Disk | ConvertTo-Json",
        having("Number", "NumberOfPartitions")
            .or("Number", "Location")
            .or("Number", "FriendlyName", "Size"),
        GetDisk::note);
  }

  private static void note(Row row, RowNotes rows) {
    boolean onImageBus =
        row.text("BusType").map(String::strip).filter(IMAGE_BUS::contains).isPresent();
    Optional<String> image =
        row.text("Location")
            .map(String::strip)
            .filter(path -> (onImageBus ? PATH : IMAGE).matcher(path).matches());
    if (image.isPresent()) {
      rows.fact(row, "Location", server -> MountedImage.of(server, image.get()));
    } else if (onImageBus) {
      rows.unused(row, "Location", "a mounted image that does not say which file it is");
    } else {
      DISK.note(row, rows);
    }
  }
}
