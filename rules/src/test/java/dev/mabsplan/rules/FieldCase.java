package dev.mabsplan.rules;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.gathered.Facts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An error that somebody told of in public, and what helped.
 *
 * @param name what it was
 * @param source where it is told
 * @param reported what was reported
 * @param facts what else was known, as in a facts document
 * @param resolvedBy what helped
 * @param candidate the problem that is offered, where the error alone is no proof
 * @param remedy the remedy that says the same
 * @param step the step of the plan behind which it must not stand
 * @param notInPlan why no plan says it
 */
record FieldCase(
    String name,
    String source,
    String reported,
    @Nullable ObjectNode facts,
    String resolvedBy,
    @Nullable String candidate,
    @Nullable String remedy,
    int step,
    @Nullable String notInPlan) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static List<FieldCase> all() {
    try (InputStream in = FieldCase.class.getResourceAsStream("cases/cases.yaml")) {
      return new YAMLMapper()
          .readValue(
              Objects.requireNonNull(in, "cases/cases.yaml"),
              new TypeReference<List<FieldCase>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what the reporter knew. */
  Facts asReported() {
    return facts(null);
  }

  /** Returns what is known once a person has settled that it is the problem that was offered. */
  Facts settled() {
    return facts(candidate);
  }

  private Facts facts(@Nullable String problem) {
    ObjectNode document = facts == null ? JSON.createObjectNode() : facts.deepCopy();
    ObjectNode error = document.putArray("errors").addObject().put("text", reported);
    if (problem != null) {
      error.put("is", problem);
    }
    return FactsDocument.parse(document.toString());
  }
}
