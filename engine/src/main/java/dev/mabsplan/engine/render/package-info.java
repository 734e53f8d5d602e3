/**
 * Plans as documents: text for a terminal, JSON for a program, Markdown for a ticket and HTML for a
 * browser. Every form renders the same plan; nothing is decided, ordered or worded here but
 * headings and labels. Text tells in short what would not fit where somebody follows it, and JSON
 * says nothing twice. Whatever comes from facts is written as text and nothing else: control
 * characters go nowhere. The templates of the page are in {@code src/main/jte}; the build makes
 * classes of them, in the package {@code mabsplan.templates}.
 *
 * <p>What is public here is API.
 */
@NullMarked
package dev.mabsplan.engine.render;

import org.jspecify.annotations.NullMarked;
