/**
 * From an order to a plan that people can read: puts every decision into words, in the language
 * asked for, and works out which unknown facts are worth finding out. It decides nothing about the
 * order and nothing about the layout.
 */
@NullMarked
package dev.mabsplan.engine.explain;

import org.jspecify.annotations.NullMarked;
