package dev.mabsplan.engine.report;

import dev.mabsplan.engine.pack.Kebab;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schemas (2020-12) of what is written for programs about a plan. */
public enum ReportSchema {
  /** What differs between two plans, or in the plans of several cases. */
  DIFF(1),
  /** The chain of each step: facts, rules, problems, its place in the order. */
  EXPLAIN(1),
  /** Why something is not in a plan. */
  WHY_NOT(1),
  /** What the answers to the questions of a plan would make of it. */
  QUESTIONS(1);

  private final int version;

  ReportSchema(int version) {
    this.version = version;
  }

  /** Returns the name by which a document says that it is one of this schema. */
  String id() {
    return "https://mabsplan.dev/schema/" + Kebab.word(this) + ".v" + version + ".schema.json";
  }

  /** Returns the schema. */
  public String text() {
    String file = Kebab.word(this) + ".schema.json";
    try (InputStream in = ReportSchema.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
