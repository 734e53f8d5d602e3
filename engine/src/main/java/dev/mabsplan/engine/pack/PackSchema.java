package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.tree.TextBeside;

/**
 * The JSON Schemas (2020-12) of the YAML files of a rule pack. They describe every key, so that an
 * editor explains and completes what is written; whether it fits together only reading it tells.
 */
public enum PackSchema {
  /** {@code pack.yaml}. */
  PACK,
  /** {@code topic.yaml}. */
  TOPIC,
  /** {@code words.en.yaml} and its like. */
  WORDS,
  /** {@code probes.yaml}. */
  PROBES;

  /** Returns the name of the schema's file. */
  public String file() {
    return Kebab.word(this) + ".schema.json";
  }

  /** Returns the schema. */
  public String text() {
    return TextBeside.read(PackSchema.class, file());
  }
}
