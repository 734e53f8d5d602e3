/**
 * Events of the event log and errors of PowerShell. XML is read by StAX, without DTDs and entities;
 * the texts that people copy have no form but their labels, and are read line by line here.
 */
@NullMarked
package dev.mabsplan.facts.windows.event;

import org.jspecify.annotations.NullMarked;
