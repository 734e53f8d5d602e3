package dev.mabsplan.facts.derived;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import java.util.Optional;
import java.util.Set;

/**
 * The scratch location makes the volume that holds it the scratch volume, unless somebody saw which
 * one is.
 */
final class ScratchVolume implements Conclusion {

  private static final String AGENT_CONFIG =
      "HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config";

  @Override
  public Optional<Volume> from(Fact fact, Given given) {
    return fact instanceof RegistryValue value
            && value.data() != null
            && value.name().equalsIgnoreCase("ScratchLocation")
            && value.key().equalsIgnoreCase(AGENT_CONFIG)
        ? holding(value.data(), value.server(), given)
        : Optional.empty();
  }

  private static Optional<Volume> holding(String path, String server, Given given) {
    if (given.volumesOf(server).stream()
        .anyMatch(volume -> volume.purposes().contains(VolumePurpose.SCRATCH))) {
      return Optional.empty();
    }
    return given
        .volumeWith(path, server)
        .map(
            volume ->
                Volume.of(volume.server(), volume.name())
                    .withPurposes(Set.of(VolumePurpose.SCRATCH)));
  }
}
