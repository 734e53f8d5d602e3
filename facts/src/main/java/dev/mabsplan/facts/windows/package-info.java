/**
 * What Windows and DPM print, turned into facts. Every format is recognised by what is in a file
 * and never by the file's name; every fact keeps file and line; what can't be read is listed with
 * why, and hides nothing else. JSON, XML and CSV are read by well-kept parsers; {@code sc.exe},
 * {@code reg.exe}, {@code vssadmin.exe}, {@code fltmc.exe}, {@code w32tm.exe}, {@code sqlcmd.exe},
 * the logs of DPM and MARS and the texts of the console have forms of their own that no library
 * knows, and are read line by line here. Secrets are taken out of a file before anything reads it.
 * Concludes nothing: a state that looks wrong is a fact like any other.
 */
@NullMarked
package dev.mabsplan.facts.windows;

import org.jspecify.annotations.NullMarked;
