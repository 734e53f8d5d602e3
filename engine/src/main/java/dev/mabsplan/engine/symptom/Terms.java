package dev.mabsplan.engine.symptom;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The terms that recognition itself asks for, by number; −1 where no pack has one.
 *
 * @param failure what says that something failed
 * @param negation what denies
 * @param solved what says that it is over
 * @param closing what closes a ticket
 * @param hedge what says that somebody only supposes
 * @param hypothetical what says that it may come to be
 * @param askedWhether what asks whether it is so
 * @param trouble what says that something is wrong at all
 * @param ownProduct our product
 * @param ownContext what only a backup has
 * @param otherProduct a product that is not ours
 * @param notOurs what says that it is not about ours
 * @param jobs what says that a number is that of a job of ours
 */
record Terms(
    int failure,
    int negation,
    int solved,
    int closing,
    int hedge,
    int hypothetical,
    int askedWhether,
    int trouble,
    int ownProduct,
    int ownContext,
    int otherProduct,
    int notOurs,
    List<Integer> jobs) {

  /** What nearly every report speaks of tells nothing about which error it is. */
  private static final List<String> GENERAL =
      List.of(
          "own-product",
          "failure",
          "job",
          "fails",
          "online",
          "server",
          "backup-server-word",
          "service",
          "running",
          "azure",
          "wizard",
          "wizard-word");

  static Terms of(Vocabulary vocabulary) {
    return new Terms(
        vocabulary.term("failure"),
        vocabulary.term("negation"),
        vocabulary.term("solved"),
        vocabulary.term("closing"),
        vocabulary.term("hedge"),
        vocabulary.term("hypothetical"),
        vocabulary.term("asked-whether"),
        vocabulary.term("trouble"),
        vocabulary.term("own-product"),
        vocabulary.term("own-context"),
        vocabulary.term("other-product"),
        vocabulary.term("not-ours"),
        known(vocabulary, "own-product", "failure", "job", "online"));
  }

  private static List<Integer> known(Vocabulary vocabulary, String... names) {
    return Arrays.stream(names).map(vocabulary::term).filter(term -> term >= 0).toList();
  }

  /** Returns the terms that say nothing about which error it is. */
  static Set<Integer> general(Vocabulary vocabulary) {
    return GENERAL.stream().map(vocabulary::term).collect(Collectors.toUnmodifiableSet());
  }
}
