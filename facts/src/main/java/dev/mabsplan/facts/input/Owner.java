package dev.mabsplan.facts.input;

import dev.mabsplan.facts.ServerRole;
import java.util.Optional;

/**
 * Whose facts files hold that do not say it themselves.
 *
 * @param server name of the server
 * @param role what it is, where that is known
 */
public record Owner(String server, Optional<ServerRole> role) {}
