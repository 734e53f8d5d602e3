/**
 * Recognition of errors: finds numbers, codes, names and known messages in what was reported and
 * says which symptoms of the rule packs they are. It happens once, before the session, so that
 * rules compare symbols and no text. What a symptom means is not decided here.
 *
 * <p>A {@code Report} is an error taken apart into pieces; {@code Repertoire} is all that it is
 * compared with. {@code SpokenTerms}, {@code Circumstances}, {@code Quotations} and {@code Told}
 * say what a piece speaks of, how it says so, which messages it quotes and what it tells in words
 * of its own; {@code Clues} decide, {@code Suspicions} are what nothing decides, and {@code
 * Recognizing} leads through them.
 */
@NullMarked
package dev.mabsplan.engine.symptom;

import org.jspecify.annotations.NullMarked;
