package dev.mabsplan.engine.cli.option;

import dev.mabsplan.engine.cli.intake.Intake;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.gathered.Facts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a plan is made for: facts, and an error as a person copied it. */
public final class CaseOptions {

  /** As much of a pasted error as anybody copies; the rest is not read. */
  private static final int LONGEST_TEXT = 1 << 20;

  private static final int LONGEST_LETTER = 4;

  /** What Java makes of a letter that the encoding of the machine does not have. */
  private static final String LOST = "\uFFFD";

  @Mixin private final InputOptions input = new InputOptions();

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description =
          "An error as copied from a console, log or ticket, in place of or beside a facts"
              + " document; - reads standard input, no more than 1 MiB of it. Of all errors the"
              + " newest 1,000 are planned for.")
  private @Nullable String text;

  @Option(
      names = "--is",
      paramLabel = "ID",
      description = "The problem that --text is, as one of its candidates names it: topic/name.")
  private @Nullable String is;

  /** Returns whether names are to be replaced. */
  public boolean redacts() {
    return input.redacts();
  }

  /** Returns whether neither was given. */
  public boolean isEmpty() {
    return input.isEmpty() && text == null;
  }

  /** Returns the first file or folder that is read. */
  public Optional<String> first() {
    return input.paths().stream().findFirst();
  }

  /** Returns whether standard input is read, so that nobody can answer there. */
  public boolean readsStandardInput() {
    return input.readsStandardInput() || "-".equals(text);
  }

  /** Refuses to write over what is read. */
  public void keepFrom(@Nullable Path output) {
    input.keepFrom(output);
  }

  /** What is handed to whoever reads it elsewhere. */
  public static final class Handed {

    private final Map<String, String> said;
    private final byte[] bytes;

    private Handed(Map<String, String> said, byte[] bytes) {
      this.said = said;
      this.bytes = bytes;
    }

    /** Returns what is said of it, by the parameters of the interface of {@code serve}. */
    public Map<String, String> said() {
      return said;
    }

    /** Returns what it is; not copied. */
    public byte[] bytes() {
      return bytes;
    }
  }

  /** Returns what was given, unread. */
  public Handed handed(Surroundings around) {
    checkGiven();
    Map<String, String> said = new LinkedHashMap<>(input.said());
    Optional.ofNullable(is).ifPresent(id -> said.put("is", id));
    byte[] pasted =
        Optional.ofNullable(text)
            .map(given -> text(given, around).getBytes(StandardCharsets.UTF_8))
            .orElse(new byte[0]);
    if (input.isEmpty()) {
      said.put("input", "text");
      return new Handed(said, pasted);
    }
    said.put("input", "found");
    said.put("text", String.valueOf(pasted.length));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(pasted);
    all.writeBytes(input.parcel(around).packed());
    if (all.size() > Intake.MOST_SENT) {
      throw new InputException(
          "--serve takes no more than "
              + (Intake.MOST_SENT >> 20)
              + " MiB, packed; plan without it takes more");
    }
    return new Handed(said, all.toByteArray());
  }

  private void checkGiven() {
    if (input.readsStandardInput() && "-".equals(text)) {
      throw new InputException("standard input can be the facts or the text, not both");
    }
    if (is != null && text == null) {
      throw new InputException(
          "--is says what the error of --text is; in a facts document the error has a field is");
    }
  }

  /** Reads what was given. */
  public Facts read(Surroundings around, PackOptions packs) {
    checkGiven();
    String settled = is;
    return input.read(
        around,
        packs,
        Intake.MOST_ERRORS,
        Optional.ofNullable(text)
            .map(pasted -> ReportedError.ofText(text(pasted, around)))
            .map(error -> settled == null ? error : error.withIs(settled)));
  }

  /**
   * Returns facts with errors that are reported besides, each as a person copied it.
   *
   * @param texts the errors
   */
  public Facts reported(Facts facts, List<String> texts, Surroundings around, PackOptions packs) {
    Facts all = facts;
    for (String one : texts) {
      if (one.isBlank()) {
        throw new InputException("--error needs the words of an error; found nothing");
      }
      all = input.reported(all, ReportedError.ofText(one), "--error", around, packs);
    }
    return all;
  }

  /** Half a letter at the end would make another encoding of all that stands before it. */
  private static byte[] whole(byte[] bytes) {
    int end = bytes.length;
    if (end == LONGEST_TEXT) {
      while (end > LONGEST_TEXT - LONGEST_LETTER && bytes[end - 1] < 0) {
        end--;
      }
    }
    return Arrays.copyOf(bytes, end);
  }

  private static String text(String given, Surroundings around) {
    String pasted = given;
    if (given.equals("-")) {
      try {
        pasted = TextFile.of("--text", whole(around.in().readNBytes(LONGEST_TEXT))).text();
      } catch (IOException e) {
        throw new InputException("standard input can't be read: " + e.getMessage());
      }
    } else if (given.contains(LOST)) {
      around
          .err()
          .println(
              "--text: letters were lost, since this terminal's encoding does not have them; set"
                  + " LC_ALL=C.UTF-8, or hand the text over in a file or with --text -");
    }
    if (pasted.isBlank()) {
      throw new InputException("--text needs the words of an error; found nothing");
    }
    return pasted;
  }
}
