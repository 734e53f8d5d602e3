/**
 * Antivirus and certificates, as PowerShell lists them. A state that looks wrong is a fact like any
 * other.
 */
@NullMarked
package dev.mabsplan.facts.windows.security;

import org.jspecify.annotations.NullMarked;
