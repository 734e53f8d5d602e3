package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.KnownNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule pack, read and not yet compiled.
 *
 * @param id its id, such as {@code mabs}
 * @param version its version
 * @param digest first 16 bytes of the SHA-256 over its files, in hexadecimal
 * @param buildsOn ids of the packs whose problems and remedies it needs
 * @param topics its topics, sorted by name
 * @param dataSources how the product writes data sources
 * @param terms what reports speak of, and the words they use for it
 * @param operations the terms that say which operation an error is about, by operation in the order
 *     in which they are looked for
 * @param names what names in native output stand for, beside those that are known everywhere
 * @param opening id of the probe that shows the errors, where nothing at all is known; null for
 *     none
 * @param codes the product's public catalogue of errors, where the pack brings one
 * @param words the words of the pack itself, by language
 * @param lines where the pieces of its {@code pack.yaml} stand
 */
public record RulePack(
    String id,
    String version,
    String digest,
    List<String> buildsOn,
    List<Topic> topics,
    List<DataSourcePhrase> dataSources,
    List<Term> terms,
    Map<Operation, List<String>> operations,
    KnownNames names,
    @Nullable String opening,
    Optional<ErrorCodes> codes,
    Map<Language, Words> words,
    Lines lines) {

  /** Returns the same pack with others in the place of some of its remedies. */
  RulePack with(Map<String, Remedy> others) {
    return new RulePack(
        id,
        version,
        digest,
        buildsOn,
        topics.stream().map(topic -> topic.with(others)).toList(),
        dataSources,
        terms,
        operations,
        names,
        opening,
        codes,
        words,
        lines);
  }
}
