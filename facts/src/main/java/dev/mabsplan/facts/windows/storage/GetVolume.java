package dev.mabsplan.facts.windows.storage;

import dev.mabsplan.facts.format.RowFormat;
import java.util.Set;

/** Sizes and free space of volumes, by their drive letters. */
final class GetVolume extends RowFormat {

  GetVolume() {
    super(
        "Get-Volume | ConvertTo-Json",
        having("DriveLetter", "SizeRemaining"),
        VolumeRows.volume(
            text("DriveLetter")
                .as(DriveLetter::volume)
                .orUnused("a volume that has no drive letter")
                .orMissing("a volume without DriveLetter")
                // 5 is what a CIM instance has in place of the word
                .unless(text("DriveType").where(Set.of("5", "CD-ROM")::contains), "a CD-ROM drive")
                .unless(number("Size").where(size -> size == 0), "a drive with nothing in it"),
            "Size",
            "SizeRemaining"));
  }
}
