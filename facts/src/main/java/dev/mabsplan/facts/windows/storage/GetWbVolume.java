package dev.mabsplan.facts.windows.storage;

import dev.mabsplan.facts.format.RowFormat;

/** Volumes as Windows Server Backup lists them: all, or those that are critical. */
final class GetWbVolume extends RowFormat {

  GetWbVolume() {
    super(
        "Get-WBVolume | ConvertTo-Json",
        having("MountPath", "TotalSpace", "FreeSpace"),
        VolumeRows.volume(VolumeRows.path("MountPath"), "TotalSpace", "FreeSpace"));
  }
}
