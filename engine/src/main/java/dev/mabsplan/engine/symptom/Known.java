package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.engine.symptom.text.CopiedText;
import dev.mabsplan.engine.symptom.text.Letters;
import dev.mabsplan.engine.symptom.text.Products;
import dev.mabsplan.engine.symptom.text.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A symptom, made ready to be compared. */
record Known(
    KnownSymptom symptom,
    Map<String, Set<Integer>> ids,
    Map<String, Set<Integer>> genericIds,
    Set<String> codes,
    List<Name> names,
    List<String> operations,
    List<KnownMessage> messages,
    List<Integer> beside) {

  /** A symbolic name, and how it is compared. */
  record Name(String spelling, String letters) {}

  static Known of(KnownSymptom symptom, Vocabulary vocabulary, Products products) {
    return new Known(
        symptom,
        byFamily(symptom.ids(), products),
        byFamily(symptom.genericIds(), products),
        symptom.codes().stream().map(Reading::spelling).collect(Collectors.toUnmodifiableSet()),
        symptom.names().stream()
            .sorted()
            .map(name -> new Name(name, Letters.of(name).letters()))
            .filter(name -> !name.letters().isEmpty())
            .toList(),
        symptom.operations().stream()
            .map(operation -> Letters.of(CopiedText.clean(operation)).letters())
            .filter(operation -> !operation.isEmpty())
            .toList(),
        symptom.messages().stream()
            .map(KnownMessage::new)
            .filter(message -> message.length() > 0)
            .toList(),
        symptom.beside().stream().map(vocabulary::term).filter(term -> term >= 0).toList());
  }

  String id() {
    return symptom.id();
  }

  /** Of two symptoms of one id there is none: what else they say need not be compared. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Known known && id().equals(known.id());
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }

  private static Map<String, Set<Integer>> byFamily(
      Map<String, Set<Integer>> byProduct, Products products) {
    Map<String, Set<Integer>> byFamily = new HashMap<>();
    byProduct.forEach(
        (product, numbers) ->
            byFamily
                .computeIfAbsent(products.family(product), key -> new HashSet<>())
                .addAll(numbers));
    return Map.copyOf(byFamily);
  }

  /** Whether it has a number that decides alone. */
  boolean decidedBy(Numbered number) {
    return has(ids, number);
  }

  /** Returns its numbers in any product, ascending. */
  Set<Integer> numbers() {
    Set<Integer> all = new TreeSet<>();
    ids.values().forEach(all::addAll);
    genericIds.values().forEach(all::addAll);
    return all;
  }

  /** Whether it has a number, one that decides or one that needs something beside it. */
  boolean hasNumber(Numbered number) {
    return decidedBy(number) || mayBe(number);
  }

  /** Returns what would decide for it: its numbers, its names, its first message. */
  List<String> wouldDecide() {
    List<String> all = new ArrayList<>();
    numbers().forEach(id -> all.add("ID " + id));
    names.forEach(name -> all.add(name.spelling()));
    symptom.messages().stream().limit(1).forEach(all::add);
    return List.copyOf(all);
  }

  /** Whether it has a number that needs something beside it. */
  boolean mayBe(Numbered number) {
    return has(genericIds, number);
  }

  private static boolean has(Map<String, Set<Integer>> numbers, Numbered number) {
    String family = number.family();
    return family == null
        ? numbers.values().stream().anyMatch(set -> set.contains(number.id()))
        : numbers.getOrDefault(family, Set.of()).contains(number.id());
  }

  /** Whether numbers say that a text is about something else. */
  boolean contradictedBy(List<Numbered> numbers) {
    return !numbers.isEmpty()
        && numbers.stream().anyMatch(this::comparable)
        && numbers.stream().noneMatch(this::hasNumber);
  }

  private boolean comparable(Numbered number) {
    String family = number.family();
    return family == null
        ? !(ids.isEmpty() && genericIds.isEmpty())
        : ids.containsKey(family) || genericIds.containsKey(family);
  }

  /**
   * A number that an error has.
   *
   * @param id the number
   * @param family whose it is; null where nobody says
   * @param found as it stands in the error
   * @param tag whether it stands within a message, in hexadecimal
   * @param place where it stands in the passage; −1 for a field
   * @param said whether it stands within what somebody tells, and not at a message's head or end
   * @param called whether a word before it says that it is a number of an error
   */
  record Numbered(
      int id,
      @Nullable String family,
      String found,
      boolean tag,
      int place,
      boolean said,
      boolean called) {

    static Numbered ofField(int id, @Nullable String family, String found, boolean tag) {
      return new Numbered(id, family, found, tag, -1, false, true);
    }
  }
}
