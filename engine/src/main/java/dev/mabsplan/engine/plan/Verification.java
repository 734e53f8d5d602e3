package dev.mabsplan.engine.plan;

import java.util.Optional;

/**
 * How to see that a step worked.
 *
 * @param text in a sentence
 * @param command what to run, where there is something
 * @param says what that command then prints
 */
public record Verification(String text, Optional<String> command, Optional<String> says) {}
