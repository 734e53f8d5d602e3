/**
 * The Drools session: compiles the rules of packs, holds them to their form, lets them run over the
 * facts of one plan and hands out what they derived. The only place that sees Drools; no type of it
 * is in the signature of a method that others call.
 */
@NullMarked
package dev.mabsplan.engine.session;

import org.jspecify.annotations.NullMarked;
