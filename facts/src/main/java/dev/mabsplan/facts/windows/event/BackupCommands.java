package dev.mabsplan.facts.windows.event;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which product a command of PowerShell, or the name of its error, belongs to. */
final class BackupCommands {

  private static final Pattern OF_MARS =
      Pattern.compile(
          "(?i)\\p{L}{2,40}-OB\\w*|CBP\\p{Lu}.*|.*Microsoft\\.Internal\\.CloudBackup.*");
  private static final Pattern OF_DPM =
      Pattern.compile("(?i)\\p{L}{2,40}-DPM\\w*|.*Microsoft\\.Internal\\.EnterpriseStorage.*");

  private BackupCommands() {}

  /** Returns the product; nothing where it is none that backs up. */
  static Optional<String> product(String command) {
    if (OF_MARS.matcher(command).matches()) {
      return Optional.of("mars");
    }
    return OF_DPM.matcher(command).matches() ? Optional.of("dpm") : Optional.empty();
  }
}
