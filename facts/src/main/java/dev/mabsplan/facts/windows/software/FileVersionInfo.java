package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.format.Column;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.RowFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a program file, which is that of the product it belongs to. */
final class FileVersionInfo extends RowFormat {

  /** Some versions have more behind them, such as {@code 11.0.50.0 (main.160502-1234)}. */
  private static final Pattern VERSION =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9}){1,5})(?:[ (].*)?", Pattern.DOTALL);

  FileVersionInfo() {
    super(
        "(Get-Item …).VersionInfo | ConvertTo-Json",
        having("FileName", "ProductVersion"),
        key(
                Column.of("FileName", FileVersionInfo::product)
                    .orUnused("the version of a file that does not tell the product"),
                Software::of)
            .settle(
                text("ProductVersion")
                    .as(FileVersionInfo::version)
                    .orUnread("ProductVersion is no version such as 2.0.9249.0"),
                Software::withVersion));
  }

  private static Optional<Version> version(String written) {
    return Optional.of(VERSION.matcher(written.strip()))
        .filter(Matcher::matches)
        .map(version -> Version.parse(version.group(1)));
  }

  /** DPM and MABS have the same files; which of the two it is, only the folder tells. */
  private static Optional<String> product(Row row) {
    String path = row.text("FileName").orElse("").strip().toLowerCase(Locale.ROOT);
    return switch (path.substring(path.lastIndexOf('\\') + 1)) {
      case "cbengine.exe" -> Optional.of("mars");
      case "msdpmdll.dll" ->
          path.contains("\\microsoft azure backup")
              ? Optional.of("mabs")
              : path.contains("\\microsoft system center") || path.contains("\\microsoft dpm\\")
                  ? Optional.of("dpm")
                  : Optional.empty();
      // a backup server has the program too, as a part of itself and in its own folder
      case "dpmra.exe" ->
          path.contains("\\microsoft data protection manager\\")
              ? Optional.of("dpmAgent")
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
