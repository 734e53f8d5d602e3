package dev.mabsplan.engine.plan;

import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.facts.gathered.Address;

/**
 * An error of which the product's public catalogue says that there is nothing to mend on a server:
 * what was entered is to be corrected, or something was only told or asked.
 *
 * @param error where it stands
 * @param headline what it says, in one line
 * @param code what the catalogue says of its number
 */
public record Catalogued(Address error, String headline, ErrorCode code) {}
