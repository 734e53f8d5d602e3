package dev.mabsplan.facts.windows.event;

import dev.mabsplan.facts.fault.Source;
import java.time.Instant;
import java.util.Optional;

/**
 * An event of a Windows event log.
 *
 * @param log the log it is in
 * @param provider who wrote it
 * @param id its number, which is its provider's
 * @param severity how bad it is
 * @param computer where it was written
 * @param time when; nothing where that is a local time of an unknown zone
 * @param localTime that local time as it is written, which tells one event from a repeat of it
 * @param message what happened
 * @param code an HRESULT beside the message
 * @param source where it was read
 */
record WindowsEvent(
    Optional<String> log,
    Optional<String> provider,
    Optional<Integer> id,
    Severity severity,
    Optional<String> computer,
    Optional<Instant> time,
    Optional<String> localTime,
    Optional<String> message,
    Optional<String> code,
    Source source) {

  /** How bad an event is. */
  enum Severity {
    /** Critical, error or warning. */
    TROUBLE,
    /** Everything below. */
    ORDINARY,
    /** The output does not say. */
    UNKNOWN
  }
}
