package dev.mabsplan.engine.symptom.text;

import dev.mabsplan.facts.ReportedError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error read whole: its fields, and the alerts of its message and its text.
 *
 * @param ids numbers of the fields
 * @param codes codes of the fields
 * @param names symbolic names of the fields
 * @param alerts what message and text say, the message first
 */
public record Reading(
    List<Numeral> ids, List<String> codes, List<String> names, List<Alert> alerts) {

  /**
   * A number with what it was found as.
   *
   * @param id the number
   * @param found as it stands in the error
   * @param tag whether it was written in hexadecimal, as within a message
   */
  public record Numeral(int id, String found, boolean tag) {}

  private static final Pattern SHORT_HEXADECIMAL = Pattern.compile("(?i)0x0*([0-9a-f]{1,5})");
  private static final Pattern NEGATIVE = Pattern.compile("-\\d{1,10}");
  private static final Pattern NAME = Pattern.compile("\\p{Alpha}[\\w.-]*");
  private static final Pattern OWN_NAME = Pattern.compile("(?i)CBP\\p{Alpha}\\w*");

  /**
   * Reads an error.
   *
   * @param numbers which numbers are known to be those of errors
   */
  public static Reading of(ReportedError error, IntPredicate numbers, Products products) {
    List<Numeral> ids = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Integer id = error.id();
    if (id != null && id > 0) {
      ids.add(new Numeral(id, "ID " + id, false));
    }
    String code = bare(error.code());
    if (code != null) {
      Matcher hexadecimal = SHORT_HEXADECIMAL.matcher(code);
      if (hexadecimal.matches() && code.length() <= 7) {
        int number = Integer.parseInt(hexadecimal.group(1), 16);
        if (number > 0) {
          ids.add(new Numeral(number, code, true));
        }
      } else if (OWN_NAME.matcher(code).matches()) {
        names.add(code);
      } else {
        codes.add(spelling(code));
      }
    }
    String name = bare(error.name());
    if (name != null) {
      // an error record of PowerShell has the type of the command behind it
      String first = name.substring(0, name.indexOf(',') < 0 ? name.length() : name.indexOf(','));
      if (NAME.matcher(first.strip()).matches()) {
        names.add(first.strip());
      }
    }
    List<Alert> alerts = new ArrayList<>();
    for (String text : new String[] {error.message(), error.text()}) {
      if (text != null && !text.isBlank()) {
        alerts.addAll(Alert.in(CopiedText.clean(text), numbers, products));
      }
    }
    return new Reading(
        List.copyOf(ids), List.copyOf(codes), List.copyOf(names), List.copyOf(alerts));
  }

  private static @Nullable String bare(@Nullable String field) {
    if (field == null) {
      return null;
    }
    String clean = CopiedText.oneLine(CopiedText.clean(field));
    while (!clean.isEmpty() && "[(\"'".indexOf(clean.charAt(0)) >= 0) {
      clean = clean.substring(1).strip();
    }
    while (!clean.isEmpty() && "])\"'.,".indexOf(clean.charAt(clean.length() - 1)) >= 0) {
      clean = clean.substring(0, clean.length() - 1).strip();
    }
    return clean.isEmpty() ? null : clean;
  }

  /** Returns the one spelling of a code: in lower case, an HRESULT in hexadecimal. */
  public static String spelling(String code) {
    String stripped = code.strip();
    if (NEGATIVE.matcher(stripped).matches()) {
      long value = Long.parseLong(stripped);
      if (value >= Integer.MIN_VALUE) {
        return "0x" + Integer.toHexString((int) value);
      }
    }
    return stripped.toLowerCase(Locale.ROOT);
  }
}
