/**
 * What the answers to the questions of a plan would make of it: the values between which the rules
 * make a difference are put into the facts, one after the other, and it is planned again. Nothing
 * of it gets into a plan, which costs no more for it; knows no form in which it is told.
 */
@NullMarked
package dev.mabsplan.engine.foresight;

import org.jspecify.annotations.NullMarked;
