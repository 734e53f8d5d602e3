package dev.mabsplan.engine.plan;

import dev.mabsplan.facts.gathered.Address;
import java.util.List;

/**
 * An error that a problem was recognised by.
 *
 * @param error where it stands
 * @param by what decided: {@code id}, {@code code}, {@code name} or {@code message}
 * @param found what was found, as it stands in the error
 * @param headline what the error says, in one line
 * @param ids all numbers in it, the alert's first
 */
public record Recognized(
    Address error, String by, String found, String headline, List<Integer> ids) {}
