/**
 * What several commands take alike: the facts of a case, rule packs, a site, a language, a format.
 * An option reads what was given and says what is wrong with it; it writes nothing.
 */
@NullMarked
package dev.mabsplan.engine.cli.option;

import org.jspecify.annotations.NullMarked;
