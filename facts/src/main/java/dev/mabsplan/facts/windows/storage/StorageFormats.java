package dev.mabsplan.facts.windows.storage;

import dev.mabsplan.facts.format.NativeFormat;
import java.util.List;

/** The formats of volumes, disks, folders and shadow copies. */
public final class StorageFormats {

  /** All of them, the narrower first. */
  public static final List<NativeFormat> ALL =
      List.of(
          new VssWriters(),
          new ShadowStorageList(),
          new FilterDrivers(),
          new GetVolume(),
          new GetPsDrive(),
          new Win32Volume(),
          new GetWbVolume(),
          new GetDisk(),
          new FolderFiles());

  private StorageFormats() {}
}
