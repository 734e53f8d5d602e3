/** The page as a browser shows it: as a file, and as {@code serve} serves it. */
package dev.mabsplan.examples.browser;
