/** Disks and attributes of virtual machines, as PowerCLI lists them. */
@NullMarked
package dev.mabsplan.facts.vmware;

import org.jspecify.annotations.NullMarked;
