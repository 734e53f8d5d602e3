/**
 * Services, roles, features and versions of programs, as Windows lists them. {@code sc.exe} has a
 * form of its own that no library knows, and is read line by line here.
 */
@NullMarked
package dev.mabsplan.facts.windows.software;

import org.jspecify.annotations.NullMarked;
