package dev.mabsplan.engine.finding;

import org.jspecify.annotations.Nullable;

/**
 * Something is wrong.
 *
 * @param id topic and name, such as {@code replica/inconsistent}
 * @param server the affected server
 * @param dataSource the affected data source; null where unknown or where the server as a whole is
 *     affected
 */
public record Problem(String id, String server, @Nullable String dataSource) implements Finding {}
