/** A program that embeds the planner, as small as it can be. */
package dev.mabsplan.examples;
