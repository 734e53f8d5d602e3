/**
 * Why something is not in a plan: of a rule, a problem, a remedy or a symptom of any pack, what
 * came nearest to it, what that lacked, and the least that would have to be otherwise. Rests on
 * rules and facts alone: nobody writes anything more for it.
 */
@NullMarked
package dev.mabsplan.engine.why;

import org.jspecify.annotations.NullMarked;
