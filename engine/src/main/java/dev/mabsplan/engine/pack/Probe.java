package dev.mabsplan.engine.pack;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question as data: what is asked, the command that shows it, and how its answer is read.
 *
 * @param id topic and name, such as {@code replica/vss-start-type}
 * @param tells the places of the facts that its answer tells; {@code errors} for errors
 * @param shell the shell of the command
 * @param elevated whether the shell must run as administrator
 * @param command what to run; it only reads
 * @param format the name of the format of its answer, or null where no format reads it
 * @param judged whether a person judges what the answer means: what it tells is then not read
 * @param empty what is so where it prints nothing: values by the place of a fact, or {@link #NONE}
 *     by a kind of which the answer lists all there is
 * @param missing what is so where its answer does not name it, in the same form
 * @param effort how long it takes
 */
public record Probe(
    String id,
    List<String> tells,
    Shell shell,
    boolean elevated,
    String command,
    @Nullable String format,
    boolean judged,
    Map<String, String> empty,
    Map<String, String> missing,
    Effort effort) {

  /** What a probe tells that shows errors and no facts. */
  public static final String ERRORS = "errors";

  /** Says of a kind that there is none. */
  public static final String NONE = "none";

  /** Makes the parts unmodifiable. */
  public Probe {
    tells = List.copyOf(tells);
    empty = Map.copyOf(empty);
    missing = Map.copyOf(missing);
  }

  /** Returns the topic it is of. */
  public String topic() {
    return id.substring(0, id.indexOf('/'));
  }
}
