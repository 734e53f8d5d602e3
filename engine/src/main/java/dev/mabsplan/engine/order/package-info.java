/**
 * From findings to one order: what each piece of evidence makes of each remedy, which remedies of a
 * treatment are left, what must come before what, and the order that follows. Everything that is
 * concluded from something not having been found is concluded here, after the session. What a step
 * is called and how it is shown is decided elsewhere.
 */
@NullMarked
package dev.mabsplan.engine.order;

import org.jspecify.annotations.NullMarked;
