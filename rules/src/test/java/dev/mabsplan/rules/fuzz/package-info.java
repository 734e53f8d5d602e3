/**
 * What a coverage-guided fuzzer feeds: one class a reader, with the method that Jazzer looks for
 * and no type of Jazzer's, so that a usual build runs the inputs that were kept without it. Each
 * lets pass what the product itself refuses; anything else is a finding. A reader alone is fed,
 * which is how millions of inputs can be; one in a thousand goes on through what is slow behind it,
 * a plan or a compiler, and so does each that was kept. What is to hold of what was read stands
 * here; samples and mutations with a seed are {@code MutatedInputTest}'s.
 */
@NullMarked
package dev.mabsplan.rules.fuzz;

import org.jspecify.annotations.NullMarked;
