package dev.mabsplan.facts.windows.storage;

import static dev.mabsplan.facts.format.RowFormat.having;
import static dev.mabsplan.facts.format.RowFormat.key;
import static dev.mabsplan.facts.format.RowFormat.name;
import static dev.mabsplan.facts.format.RowFormat.number;
import static dev.mabsplan.facts.format.RowFormat.text;

import dev.mabsplan.facts.Folder;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.RowFormat;
import java.util.List;
import java.util.Set;

/** The formats of volumes, disks, folders and shadow copies. */
public final class StorageFormats {

  /** How many files lie in folders. */
  static final NativeFormat FOLDER_FILES =
      new RowFormat(
          "Get-Item with a count of files | ConvertTo-Json",
          having("FullName", "FileCount"),
          key(name("FullName"), Folder::of)
              .set(
                  number("FileCount")
                      .where(count -> count >= 0)
                      .orUnread("the files of a folder could not be counted"),
                  Folder::withFileCount));

  /** Sizes and free space of volumes, by their drive letters. */
  static final NativeFormat GET_VOLUME =
      new RowFormat(
          "Get-Volume | ConvertTo-Json",
          having("DriveLetter", "SizeRemaining"),
          VolumeRows.volume(
              text("DriveLetter")
                  .as(DriveLetter::volume)
                  .orUnused("a volume that has no drive letter")
                  .orMissing("a volume without DriveLetter")
                  // 5 is what a CIM instance has in place of the word
                  .unless(
                      text("DriveType").where(Set.of("5", "CD-ROM")::contains), "a CD-ROM drive")
                  .unless(number("Size").where(size -> size == 0), "a drive with nothing in it"),
              "Size",
              "SizeRemaining"));

  /** Volumes as Windows Server Backup lists them: all, or those that are critical. */
  static final NativeFormat GET_WB_VOLUME =
      new RowFormat(
          "Get-WBVolume | ConvertTo-Json",
          having("MountPath", "TotalSpace", "FreeSpace"),
          VolumeRows.volume(VolumeRows.path("MountPath"), "TotalSpace", "FreeSpace"));

  /** All of them, the narrower first. */
  public static final List<NativeFormat> ALL =
      List.of(
          new VssWriters(),
          new ShadowStorageList(),
          new FilterDrivers(),
          GET_VOLUME,
          new GetPsDrive(),
          new Win32Volume(),
          GET_WB_VOLUME,
          new GetDisk(),
          FOLDER_FILES);

  private StorageFormats() {}
}
