/**
 * Values of the registry, as {@code reg.exe}, {@code .reg} exports and PowerShell write them. The
 * first two have forms of their own that no library knows, and are read line by line here.
 */
@NullMarked
package dev.mabsplan.facts.windows.registry;

import org.jspecify.annotations.NullMarked;
