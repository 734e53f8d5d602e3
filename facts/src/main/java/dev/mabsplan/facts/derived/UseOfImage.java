package dev.mabsplan.facts.derived;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.ImageUse;
import dev.mabsplan.facts.MountedImage;
import dev.mabsplan.facts.VolumePurpose;
import dev.mabsplan.facts.WindowsPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The place and the name of a mounted image tell whose it is: replicas are .vhdx files in the
 * storage pool; what lies below the scratch location or in the folder of the Azure agent is the
 * agent's own.
 */
final class UseOfImage implements Conclusion {

  private static final String AGENT = "HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\";

  /** The values that name a folder of the agent: key below its own, and name. */
  private static final List<List<String>> AGENT_FOLDERS =
      List.of(List.of("Config", "ScratchLocation"), List.of("Setup", "InstallPath"));

  /** How the agent calls its folder, and the images that it makes. */
  private static final List<String> AGENT_NAMES =
      List.of("\\microsoft azure recovery services agent\\", "\\cbssbvol");

  private static final String REPLICA_FILE = ".vhdx";

  @Override
  public Optional<MountedImage> from(Fact fact, Given given) {
    return fact instanceof MountedImage image && image.present()
        ? use(image, given).map(MountedImage.of(image.server(), image.path())::withUse)
        : Optional.empty();
  }

  private static Optional<ImageUse> use(MountedImage image, Given given) {
    String path = image.path().toLowerCase(Locale.ROOT);
    if (AGENT_NAMES.stream().anyMatch(path::contains) || isInFolderOfAgent(image, given)) {
      return Optional.of(ImageUse.AGENT);
    }
    if (!path.endsWith(REPLICA_FILE)) {
      return Optional.of(ImageUse.OTHER);
    }
    return given
        .volumeWith(image.path(), image.server())
        .filter(volume -> volume.purposes().contains(VolumePurpose.STORAGE_POOL))
        .map(volume -> ImageUse.REPLICA);
  }

  private static boolean isInFolderOfAgent(MountedImage image, Given given) {
    return AGENT_FOLDERS.stream()
        .flatMap(value -> given.data(image.server(), AGENT + value.get(0), value.get(1)).stream())
        .anyMatch(folder -> WindowsPath.isIn(image.path(), folder));
  }
}
