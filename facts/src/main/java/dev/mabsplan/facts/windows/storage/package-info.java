/**
 * Volumes, disks, folders, shadow copies and filter drivers, as Windows lists them. {@code
 * vssadmin.exe} and {@code fltmc.exe} have forms of their own that no library knows, and are read
 * line by line here.
 */
@NullMarked
package dev.mabsplan.facts.windows.storage;

import org.jspecify.annotations.NullMarked;
