package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.format.RowFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The version of Windows, whose number counts on where its name is that of a year. */
final class Win32OperatingSystem extends RowFormat {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9}){1,3}");

  Win32OperatingSystem() {
    super(
        "Get-CimInstance Win32_OperatingSystem | ConvertTo-Json",
        having("Caption", "Version"),
        key(
                text("Caption")
                    .where(caption -> caption.toLowerCase(Locale.ROOT).contains("windows"))
                    .orUnused("the version of something else than Windows"),
                (server, caption) -> Software.of(server, "windows"))
            .need(
                text("Version")
                    .as(Win32OperatingSystem::version)
                    .orUnread("Version is no version such as 10.0.17763"),
                Software::withVersion));
  }

  private static Optional<Version> version(String written) {
    return Optional.of(written.strip())
        .filter(text -> NUMBER.matcher(text).matches())
        .map(Version::parse);
  }
}
