/**
 * The Drools session: parses and compiles the rules of packs, lets them run over the facts of one
 * plan and hands out what they derived. For those who test rules it changes them one by one and
 * tells how near one came to firing; Drools answers that too, over rules compiled for the question.
 * The only place that sees Drools; no type of it is in the signature of a method that others call.
 */
@NullMarked
package dev.mabsplan.engine.session;

import org.jspecify.annotations.NullMarked;
