package dev.mabsplan.engine.plan;

import dev.mabsplan.engine.pack.Shell;
import dev.mabsplan.facts.gathered.Address;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is worth finding out: one fact, or all that one command shows.
 *
 * @param facts where they would stand in the facts document, at least one
 * @param label what they are, in a phrase
 * @param server the server to look at
 * @param probe id of the probe that asks, where a command shows it
 * @param command what prints it, where there is something
 * @param shell the shell of the command
 * @param elevated whether the shell must run as administrator
 * @param minutes minutes of finding out
 * @param decides numbers of the steps that are decided
 * @param gainPerMinute expected minutes saved for each minute of finding out
 */
public record Question(
    List<Address> facts,
    String label,
    String server,
    Optional<String> probe,
    Optional<String> command,
    Optional<Shell> shell,
    boolean elevated,
    int minutes,
    List<String> decides,
    BigDecimal gainPerMinute) {}
