package dev.mabsplan.engine.finding;

import dev.mabsplan.facts.Name;
import dev.mabsplan.facts.gathered.Address;
import org.jspecify.annotations.Nullable;

/**
 * A known symptom, recognised in a reported error.
 *
 * @param id topic and name, such as {@code replica/inconsistent}
 * @param server the affected server
 * @param dataSource the affected data source; null where unknown
 * @param error the error it was recognised in
 */
public record Symptom(
    String id,
    String server,
    @Name(Name.Of.DATA_SOURCE) @Nullable String dataSource,
    Address error) {}
