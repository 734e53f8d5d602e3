package dev.mabsplan.engine.plan;

import dev.mabsplan.engine.pack.Shell;
import dev.mabsplan.facts.Address;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A fact that is worth finding out.
 *
 * @param fact where it would stand in the facts document
 * @param label what it is, in a phrase
 * @param server the server to look at
 * @param command what prints it, where there is something
 * @param shell the shell of the command
 * @param minutes minutes of finding out
 * @param decides numbers of the steps it decides
 * @param gainPerMinute expected minutes saved for each minute of finding out
 */
public record Question(
    Address fact,
    String label,
    String server,
    Optional<String> command,
    Optional<Shell> shell,
    int minutes,
    List<String> decides,
    BigDecimal gainPerMinute) {}
