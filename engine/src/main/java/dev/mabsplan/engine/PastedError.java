package dev.mabsplan.engine;

import dev.mabsplan.engine.symptom.ErrorText;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.privacy.Messages;
import dev.mabsplan.facts.privacy.Secrets;
import java.util.List;
import java.util.Objects;

/**
 * An error as somebody copied it: without what is secret in it, and by the backup server that it
 * names.
 *
 * @param error the error
 * @param remarks one for each line in which a secret began
 */
public record PastedError(ReportedError error, List<Remark> remarks) {

  /** Copies the remarks. */
  public PastedError {
    remarks = List.copyOf(remarks);
  }

  /**
   * Reads an error that has a text.
   *
   * @param from what remarks call the place it was pasted to
   * @param messages tells what is no secret
   */
  public static PastedError of(ReportedError copied, String from, Messages messages) {
    Secrets.Cleaned cleaned =
        Secrets.removedFromMessage(Objects.requireNonNullElse(copied.text(), ""), messages);
    return new PastedError(
        ErrorText.reported(copied.withTexts(whole -> cleaned.text())),
        cleaned.removals().stream()
            .map(secret -> Remark.secret(Source.of(from), secret.what(), 1))
            .toList());
  }
}
