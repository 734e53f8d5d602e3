/**
 * Recognition of errors: finds numbers, codes, names and known messages in what was reported and
 * says which symptoms of the rule packs they are. It happens once, before the session, so that
 * rules compare symbols and no text. What a symptom means is not decided here.
 */
@NullMarked
package dev.mabsplan.engine.symptom;

import org.jspecify.annotations.NullMarked;
