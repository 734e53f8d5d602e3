package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.engine.symptom.text.Letters;
import dev.mabsplan.engine.symptom.text.Products;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The symptoms that can be recognised, to be found by id, by number and by symbolic name. */
final class KnownErrors {

  /** What so many letters of a symbolic name are shared by is hardly two. */
  private static final int LEAST_OF_NAME = 24;

  /** By so many letters symbolic names are looked for, or by fewer where one is shorter. */
  private static final int LETTERS_OF_BEGINNING = 6;

  private final List<Known> all;
  private final Map<String, Known> byId = new HashMap<>();
  private final Map<Integer, Set<Known>> byNumber = new HashMap<>();
  private final WordIndex beginningsOfNames = new WordIndex();
  private final int lettersOfBeginning;

  KnownErrors(Collection<KnownSymptom> symptoms, Vocabulary vocabulary, Products products) {
    this.all =
        symptoms.stream()
            .sorted(Comparator.comparing(KnownSymptom::id))
            .map(symptom -> Known.of(symptom, vocabulary, products))
            .toList();
    this.lettersOfBeginning =
        names().mapToInt(name -> name.letters().length()).reduce(LETTERS_OF_BEGINNING, Math::min);
    for (Known known : all) {
      byId.put(known.id(), known);
      known
          .numbers()
          .forEach(id -> byNumber.computeIfAbsent(id, i -> new LinkedHashSet<>()).add(known));
    }
    names().forEach(name -> beginningsOfNames.add(beginning(name.letters(), 0), 0));
  }

  private Stream<Known.Name> names() {
    return all.stream().flatMap(known -> known.names().stream());
  }

  private int beginning(String letters, int from) {
    return WordIndex.hash(letters, from, Math.min(letters.length(), from + lettersOfBeginning));
  }

  /** Returns all, in the order of their ids. */
  List<Known> all() {
    return all;
  }

  /** Returns the symptom of an id, or null where that is none. */
  @Nullable Known of(String id) {
    return byId.get(id);
  }

  /** Whether a number is that of a known error. */
  boolean isKnownNumber(int number) {
    return byNumber.containsKey(number);
  }

  /** Returns the symptoms that a number may be that of, in any product. */
  Set<Known> numbered(int number) {
    return byNumber.getOrDefault(number, Set.of());
  }

  /** Whether a word begins in a part of a text as a symbolic name does. */
  boolean mayBeNamed(Letters letters, int from, int to) {
    for (int i = from; i < to; i++) {
      if (letters.separated(i) && beginningsOfNames.has(beginning(letters.letters(), i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a known name that is longer stands there, broken by a line's end. */
  boolean isPartOfAnother(Letters letters, Known.Name name, int at) {
    return names()
        .map(Known.Name::letters)
        .anyMatch(
            other ->
                other.length() > name.letters().length()
                    && other.startsWith(name.letters())
                    && letters.letters().startsWith(other, at));
  }

  /** Returns the symptom whose name alone begins so, or null where it is cut too short. */
  @Nullable Known named(String cut) {
    String letters = Letters.of(cut).letters();
    if (letters.length() < LEAST_OF_NAME) {
      return null;
    }
    Known only = null;
    for (Known known : all) {
      for (Known.Name name : known.names()) {
        if (name.letters().startsWith(letters) && !known.equals(only)) {
          if (only != null) {
            return null;
          }
          only = known;
        }
      }
    }
    return only;
  }
}
