package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.engine.pack.Operation;
import dev.mabsplan.engine.symptom.Vocabulary.Finds;
import dev.mabsplan.engine.symptom.Vocabulary.Found;
import dev.mabsplan.engine.symptom.text.CopiedText;
import dev.mabsplan.engine.symptom.text.Letters;
import dev.mabsplan.engine.symptom.text.Passage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was being done when an error came: a backup, a restore, a registration. */
final class WhatWasDone {

  /** Its jobs are those of the backup server. */
  private static final Pattern SQL_AGENT =
      Pattern.compile("sqlagent\\$|sqlserveragent", Pattern.CASE_INSENSITIVE);

  /** What those do whose errors say no more. */
  private static final Map<String, Operation> OF_PRODUCTS =
      Map.of(
          "cloudbackup", Operation.ONLINE_BACKUP,
          "obengine", Operation.ONLINE_BACKUP,
          "setup", Operation.SETUP,
          "dpmra", Operation.AGENT,
          "msdpm", Operation.CONSOLE);

  private final Report report;
  private final Repertoire repertoire;
  private final SpokenTerms spoken;
  private final Circumstances circumstances;
  private final CatalogueCodes codes;

  /** What the error's own field says; read when it is first asked for. */
  private @Nullable Passage field;

  WhatWasDone(
      Report report,
      Repertoire repertoire,
      SpokenTerms spoken,
      Circumstances circumstances,
      CatalogueCodes codes) {
    this.report = report;
    this.repertoire = repertoire;
    this.spoken = spoken;
    this.circumstances = circumstances;
    this.codes = codes;
  }

  /**
   * Works out what was being done: as the error says, or by its words, or by whose error it is, or
   * by what its number is about.
   */
  Optional<Operation> in(List<Piece> group) {
    if (isSaidByField()) {
      Passage passage = field();
      Optional<Operation> told = told(passage, 0, passage.tokens().size());
      if (told.isPresent()) {
        return told;
      }
    }
    if (group.stream().anyMatch(circumstances::isOfAnotherProduct)) {
      return Optional.empty();
    }
    for (Piece piece : group) {
      Optional<Operation> told = told(piece.passage(), piece.from(), piece.to());
      if (told.isPresent()) {
        return told;
      }
    }
    String provider = group.isEmpty() ? null : group.get(0).alert().provider();
    String source = provider == null ? report.product() : repertoire.products().family(provider);
    if (source != null && SQL_AGENT.matcher(source).lookingAt()) {
      return Optional.of(Operation.DISK_BACKUP);
    }
    return Optional.ofNullable(source == null ? null : OF_PRODUCTS.get(source))
        .or(() -> codes.first(group).flatMap(ErrorCode::operation));
  }

  private Optional<Operation> told(Passage passage, int from, int to) {
    Finds finds = spoken.in(passage);
    for (Map.Entry<Operation, List<Integer>> one : repertoire.operations().entrySet()) {
      for (int term : one.getValue()) {
        for (Found place : finds.of(term)) {
          if (place.from() >= from && place.to() <= to) {
            return Optional.of(one.getKey());
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean isSaidByField() {
    String operation = report.error().operation();
    return operation != null && !operation.isBlank();
  }

  private Passage field() {
    Passage read = field;
    if (read == null) {
      String operation = report.error().operation();
      read = report.passage(CopiedText.clean(operation == null ? "" : operation));
      field = read;
    }
    return read;
  }

  /** Whether what a symptom is about was being done, going by the error and what stands above. */
  boolean isOf(Known known, Piece piece) {
    return (report.error().operation() != null && isOf(known, field()))
        || report.contextOf(piece).stream().anyMatch(passage -> isOf(known, passage));
  }

  private boolean isOf(Known known, Passage passage) {
    Letters letters = passage.letters();
    for (String wanted : known.operations()) {
      if (letters.standingAlone(wanted, 0, letters.length()) >= 0) {
        return true;
      }
    }
    for (int term : known.beside()) {
      if (spoken.has(passage, term)) {
        return true;
      }
    }
    return false;
  }

  /** What is said to have been done, in the error or in its words, excludes what is another. */
  boolean isOther(Known known, Piece piece) {
    if (isSaidByField()) {
      boolean tells = !known.operations().isEmpty() || !known.beside().isEmpty();
      return tells && !isOf(known, field());
    }
    return !known.operations().isEmpty()
        && told(piece.passage(), piece.from(), piece.to()).isPresent()
        && !isOf(known, piece);
  }
}
