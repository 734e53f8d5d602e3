/**
 * What a server reaches, which domain it is in, and its clock. {@code w32tm.exe} has a form of its
 * own that no library knows, and is read line by line here.
 */
@NullMarked
package dev.mabsplan.facts.windows.network;

import org.jspecify.annotations.NullMarked;
