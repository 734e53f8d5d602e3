package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.gathered.ServerNames;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an alert or a job is about, as the backup server writes it: {@code D:\\ on FS01}.
 *
 * @param dataSource the data source; nothing where it is about a server as a whole, or unknown
 * @param server the server it is on
 */
public record Affected(Optional<String> dataSource, Optional<String> server) {

  /** Nothing is known. */
  public static final Affected UNKNOWN = new Affected(Optional.empty(), Optional.empty());

  private static final Pattern ON =
      Pattern.compile("(.*\\S)\\s+(?:on|på)\\s+([\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,254})\\.?");

  /** The console says of a volume that it is one, and its name is the same without. */
  private static final Pattern VOLUME =
      Pattern.compile("(?:Volume|Volym|Volymen)\\s+([A-Za-z]:\\\\.*)", Pattern.CASE_INSENSITIVE);

  private static final Pattern QUALIFIED =
      Pattern.compile("(?=.*\\p{L})[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+){2,9}");

  /**
   * Returns what stands in a field for the data source.
   *
   * @param known the server that another field names
   */
  public static Affected of(String written, Optional<String> known) {
    String about = written.strip();
    Matcher on = ON.matcher(about);
    if (on.matches() && known.filter(server -> !isSame(server, on.group(2))).isEmpty()) {
      return new Affected(
          dataSource(on.group(1)), known.filter(Affected::isQualified).or(() -> of(on.group(2))));
    }
    return new Affected(dataSource(about), known);
  }

  /**
   * Returns what stands in a field that can be of a server as well.
   *
   * @param known the server that another field names
   */
  public static Affected ofEither(String written, Optional<String> known) {
    String about = written.strip();
    boolean server =
        QUALIFIED.matcher(about).matches() || known.filter(name -> isSame(name, about)).isPresent();
    return server ? new Affected(Optional.empty(), known.or(() -> of(about))) : of(about, known);
  }

  private static Optional<String> of(String text) {
    return Optional.of(text);
  }

  private static boolean isQualified(String server) {
    return server.indexOf('.') > 0;
  }

  private static boolean isSame(String one, String other) {
    return ServerNames.shortName(one).equalsIgnoreCase(ServerNames.shortName(other));
  }

  private static Optional<String> dataSource(String name) {
    Matcher volume = VOLUME.matcher(name);
    String bare = volume.matches() ? volume.group(1) : name;
    return bare.isBlank() || bare.strip().equals("-") ? Optional.empty() : of(bare.strip());
  }

  /** Returns an error of the backup server that is about this: what it says, or all of its text. */
  ReportedError error(
      @Nullable Integer id,
      @Nullable String message,
      Optional<String> operation,
      Optional<String> reportedBy,
      @Nullable String text,
      Optional<Instant> at) {
    return new ReportedError(
        id,
        null,
        null,
        message,
        operation.orElse(null),
        "dpm",
        reportedBy.orElse(null),
        server.orElse(null),
        dataSource.orElse(null),
        text,
        at.orElse(null));
  }
}
