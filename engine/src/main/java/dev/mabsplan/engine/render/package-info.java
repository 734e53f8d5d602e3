/**
 * Plans as documents: text for a terminal and JSON for a program. Every form renders the same plan;
 * nothing is decided, ordered or worded here but headings and labels. Text tells in short what
 * would not fit where somebody follows it, and JSON says nothing twice. Whatever comes from facts
 * is written as text and nothing else: control characters go nowhere.
 */
@NullMarked
package dev.mabsplan.engine.render;

import org.jspecify.annotations.NullMarked;
