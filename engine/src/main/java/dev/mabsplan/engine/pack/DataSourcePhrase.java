package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.DataSourceType;

/**
 * How the product writes a data source of some type, such as {@code SQL Server {version} database
 * {name}}.
 *
 * @param type the type it tells
 * @param phrase the words, with {@code {name}} where the name of the data source stands
 */
public record DataSourcePhrase(DataSourceType type, String phrase) {}
