package dev.mabsplan.engine.order;

import dev.mabsplan.engine.symptom.Hint;
import dev.mabsplan.engine.symptom.Situation.RecognizedError;
import java.util.Optional;

/**
 * A problem that an error may be.
 *
 * @param error the error
 * @param hint what speaks for it
 * @param asker the problem as it would be
 * @param next the first mild step of its treatment; nothing where there is none
 */
public record Supposed(RecognizedError error, Hint hint, Case asker, Optional<Prescription> next) {}
