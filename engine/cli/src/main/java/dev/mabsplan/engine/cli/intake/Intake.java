package dev.mabsplan.engine.cli.intake;

import dev.mabsplan.engine.PackContents;
import dev.mabsplan.engine.PastedError;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.input.Imported;
import dev.mabsplan.facts.input.Owner;
import dev.mabsplan.facts.privacy.Messages;
import dev.mabsplan.facts.privacy.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What was handed over, as it is planned for.
 *
 * @param facts the facts
 * @param said what a person should know of it, a line each
 */
public record Intake(Facts facts, List<String> said) {

  /** What is planned in seconds: more problems than anybody works through in a night. */
  public static final int MOST_ERRORS = 1_000;

  /** How many bytes a server takes of what is sent to it; a plan needs less. */
  public static final int MOST_SENT = 16 << 20;

  /** Nothing was read. */
  public static final Imported NOTHING =
      new Imported(Facts.builder().build(), List.of(), 0, Set.of());

  /** Copies the lines. */
  public Intake {
    said = List.copyOf(said);
  }

  /**
   * An error that was given as somebody copied it.
   *
   * @param error the error
   * @param from what remarks call the place it was given at
   */
  public record Pasted(ReportedError error, String from) {}

  /**
   * How it is taken.
   *
   * @param mostErrors how many errors are kept of what was read, the newest
   * @param owner whose error it is that was pasted
   * @param messages tells what is no secret
   * @param named gives servers the names of the site
   * @param contents what the rule packs know, for finding the names to replace; none where names
   *     stay
   */
  public record Terms(
      int mostErrors,
      Optional<Owner> owner,
      Messages messages,
      UnaryOperator<Facts> named,
      Optional<Supplier<PackContents>> contents) {}

  /**
   * Takes what was read, and an error that was given beside it.
   *
   * @throws InvalidFactsException where the error does not go with the rest
   */
  public static Intake of(Imported read, Optional<Pasted> pasted, Terms terms) {
    List<String> said = new ArrayList<>();
    Facts newest = read.facts().withNewestErrors(terms.mostErrors());
    leftOut(read.facts(), newest).ifPresent(said::add);
    List<Remark> remarks = new ArrayList<>(read.remarks());
    Facts all = pasted.map(error -> with(newest, error, terms, remarks)).orElse(newest);
    Facts facts = terms.named().apply(all);
    if (terms.contents().isPresent()) {
      return redacted(facts, remarks, read.folders(), terms.contents().get().get(), said);
    }
    remarks.forEach(remark -> said.add(remark.toString()));
    return new Intake(facts, said);
  }

  private static Facts with(Facts facts, Pasted pasted, Terms terms, List<Remark> remarks) {
    PastedError copied = PastedError.of(pasted.error(), pasted.from(), terms.messages());
    remarks.addAll(copied.remarks());
    Facts.Builder builder = facts.toBuilder();
    return terms
        .owner()
        .map(whose -> whose.with(builder, copied.error()))
        .orElseGet(() -> builder.error(copied.error()))
        .build();
  }

  private static Optional<String> leftOut(Facts all, Facts kept) {
    return kept.errors().size() == all.errors().size()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "only the newest %,d of %,d different errors are planned for; --since leaves out"
                    + " older ones",
                kept.errors().size(),
                all.errors().size()));
  }

  private static Intake redacted(
      Facts facts,
      List<Remark> remarks,
      Set<String> folders,
      PackContents contents,
      List<String> said) {
    // a message names a server that no field does, and the plan would name it too
    Redaction.Redacted redacted = Redaction.of(facts, remarks, folders, contents.servers(facts));
    redacted.remarks().forEach(remark -> said.add(remark.toString()));
    said.add(replaced(redacted.names()));
    return new Intake(redacted.facts(), said);
  }

  private static String replaced(int names) {
    return switch (names) {
      case 0 -> "no name or address was found that a token could replace";
      case 1 -> "1 name or address is replaced by a token";
      default -> names + " names and addresses are replaced by tokens";
    };
  }
}
