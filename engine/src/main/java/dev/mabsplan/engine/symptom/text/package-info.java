/**
 * What a copied text says before anybody knows anything: its alerts and passages, the letters and
 * words of each, and the numbers, codes and products that are named. Nothing here knows a symptom,
 * a message or a term of a rule pack.
 */
@NullMarked
package dev.mabsplan.engine.symptom.text;

import org.jspecify.annotations.NullMarked;
