package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Source;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps what is secret in the message of an error out of the facts. */
final class ErrorSecrets {

  private static final String REMOVED = "[removed]";

  /** The signature of a shared access URL, and what stands behind the name of a secret. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![\\p{L}\\d])((?:sig|AccountKey|SharedAccessKey|password|pwd|passphrase|pin)=)"
              + "[^&\\s\"'<>;]{1,2000}",
          Pattern.CASE_INSENSITIVE);

  /**
   * PowerShell quotes the value that a parameter did not take, whatever the parameter is for; the
   * console breaks its lines within words.
   */
  private static final Pattern REFUSED =
      Pattern.compile(
          "parameter'\\w{0,60}(?:passphrase|password|pin|credential|secret|key|token)\\w{0,60}'"
              + "|System\\.Security\\.SecureString",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]{1,2000}\"");

  private ErrorSecrets() {}

  /** Notes an error without what is secret in it, and that something was left out. */
  static void note(Notes notes, Source source, ReportedError error) {
    String message = without(error.message());
    String text = without(error.text());
    if (!same(message, error.message()) || !same(text, error.text())) {
      notes.remarks.add(
          new Remark(Remark.Kind.SECRET, source, "something secret in the message was left out"));
    }
    notes.error(
        source,
        new ReportedError(
            error.id(),
            error.code(),
            error.name(),
            message,
            error.operation(),
            error.product(),
            error.reportedBy(),
            error.server(),
            error.dataSource(),
            text,
            error.occurredAt()));
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return one == null ? other == null : one.equals(other);
  }

  private static @Nullable String without(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String plain = NAMED.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(REMOVED));
    return REFUSED.matcher(plain.replaceAll("\\s", "")).find()
        ? QUOTED.matcher(plain).replaceAll(Matcher.quoteReplacement('"' + REMOVED + '"'))
        : plain;
  }
}
