/**
 * The plan: problems, steps in order with their reasons, what was left out, what is worth finding
 * out, and what stayed unexplained. Plain immutable records that a program reads and a renderer
 * writes; how they come about is not known here.
 *
 * <p>What is public here is API.
 */
@NullMarked
package dev.mabsplan.engine.plan;

import org.jspecify.annotations.NullMarked;
