package dev.mabsplan.facts.input;

import dev.mabsplan.facts.KnownNames;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.privacy.Messages;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An error as a person copied it and put it into a file, by itself. It has no form: a number of the
 * catalogue tells it, or a short text that says of backup that something failed.
 */
final class CopiedError {

  static final String FORMAT = "error as copied";

  private static final int LONGEST = 20_000;
  private static final int LONGEST_PROSE = 1_500;
  private static final int MOST_LINES_OF_PROSE = 15;

  /** {@code (ID 42 Details: …)}, {@code (ID: 3106)}, {@code ID 3106}, or the name of an alert. */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "\\(ID\\b\\s?:?\\s?\\d{1,6}\\b|(?<![\\p{L}\\d-])(?<!\\p{L} )ID\\s?:?\\s?\\d{2,6}(?![\\d.:-])"
              + "|(?:DPM|MABS): .{3,200}\\(\\d{2,6}\\)|\\bCBP\\p{Lu}\\w{4,100}");

  private static final Pattern CODED =
      Pattern.compile(
          "(?i)\\b0x[89a-f]\\p{XDigit}{7}\\b|[(\\[]0x\\p{XDigit}{4,8}[)\\]]"
              + "|\\b(?:error|fel|felkod|warning|varning)(?: (?:ID|code|kod))?\\s?[:#=]?\\s?\\d{2,6}\\b");

  private static final Pattern OF_BACKUP =
      words(
          "DPM\\w{0,20}|MSDPM\\w{0,20}|MABS|MARS|Data Protection Manager|Azure Backup|Recovery Services"
              + "|replicas?|replik(?:en|er|erna)?|recovery points?|återställningspunkt\\p{L}{0,4}"
              + "|protection (?:agent|group)s?|configure protection|skyddsagent\\p{L}{0,4}"
              + "|skyddsgrupp\\p{L}{0,4}|consistency check|konsekvenskontroll\\p{L}{0,4}"
              + "|backups?|backup\\w{0,10}|säkerhetskopi\\p{L}{0,12}|shadow cop(?:y|ies)"
              + "|skuggkopi\\p{L}{0,8}|VSS|snapshots?|vault|valv\\p{L}{0,4}");

  private static final Pattern OF_TROUBLE =
      words(
          "fail(?:s|ed|ing|ure|ures)?|errors?|faulting|crash\\w{0,4}|terminated|inconsistent|unable|cannot|can['’]t|can not"
              + "|could ?n[o'’]t|could not|did not|denied|invalid|missing|expired|timed out"
              + "|misslyck\\p{L}{0,6}|fel|inkonsekvent\\p{L}{0,2}|(?:kan|kunde|går|gick) (?:det )?inte"
              + "|nekad\\p{L}{0,2}|nekas|saknas|ogiltig\\p{L}{0,2}|upphört");

  private static final Pattern SCRIPT =
      Pattern.compile(
          "(?im)^\\h*+(?:\\$\\w+\\s*=|function\\s|param\\s*\\(|#requires|<#|@echo|rem\\s|import-module\\s)");

  private CopiedError() {}

  private static Pattern words(String words) {
    return Pattern.compile(
        "(?<![\\p{L}\\d])(?:" + words + ")(?![\\p{L}\\d])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * Returns the error that a text is; nothing where it is something else.
   *
   * @param messages tells what is no secret
   */
  static Optional<Notes> in(TextFile file, Messages messages) {
    if (!is(file)) {
      return Optional.empty();
    }
    List<String> lines = file.lines();
    int first = 0;
    while (lines.get(first).isBlank()) {
      first++;
    }
    Notes notes = new Notes(messages, KnownNames.NONE);
    notes.error(file.line(first + 1), ReportedError.ofText(file.text().strip()));
    return Optional.of(notes);
  }

  private static boolean is(TextFile file) {
    String text = file.text();
    if (text.isBlank()
        || text.length() > LONGEST
        || file.beginsAsJson()
        || file.beginsWith("<")
        || SCRIPT.matcher(text).find()) {
      return false;
    }
    if (NUMBERED.matcher(text).find()) {
      return true;
    }
    boolean isShort =
        text.length() <= LONGEST_PROSE
            && text.lines().filter(line -> !line.isBlank()).count() <= MOST_LINES_OF_PROSE;
    boolean coded = CODED.matcher(text).find() && !Unrecognized.isRefusal(text);
    boolean said = OF_BACKUP.matcher(text).find() && OF_TROUBLE.matcher(text).find();
    return isShort && !Unrecognized.isShown(file) && (coded || said);
  }
}
