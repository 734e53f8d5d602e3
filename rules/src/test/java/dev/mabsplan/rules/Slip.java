package dev.mabsplan.rules;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What becomes of a message between the screen it is on and the mail it is in. */
enum Slip {
  TWO_LETTERS_SWAPPED {
    @Override
    Optional<String> in(String message, Random random) {
      return inAWord(message, random, Slip::swapped);
    }
  },
  A_LETTER_DROPPED {
    @Override
    Optional<String> in(String message, Random random) {
      return inAWord(message, random, (word, at) -> word.substring(0, at) + word.substring(at + 1));
    }
  },
  A_LETTER_DOUBLED {
    @Override
    Optional<String> in(String message, Random random) {
      return inAWord(message, random, (word, at) -> word.substring(0, at) + word.substring(at - 1));
    }
  },
  A_FILLER_DROPPED {
    @Override
    Optional<String> in(String message, Random random) {
      List<String> words = words(message);
      return one(words, random, i -> i > 0 && FILLERS.contains(words.get(i)))
          .map(at -> joined(words.subList(0, at), words.subList(at + 1, words.size())));
    }
  },
  AN_ARTICLE_ADDED {
    @Override
    Optional<String> in(String message, Random random) {
      List<String> words = words(message);
      return one(
              words,
              random,
              i -> i > 0 && isWord(words.get(i)) && !FILLERS.contains(words.get(i - 1)))
          .map(
              at ->
                  joined(
                      words.subList(0, at),
                      List.of(isSwedish(message) ? "den" : "the"),
                      words.subList(at, words.size())));
    }
  },
  A_SENTENCE_AROUND {
    @Override
    Optional<String> in(String message, Random random) {
      String said = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
      return Optional.of(
          isSwedish(message)
              ? "Vi får " + said + " sedan i måndags."
              : "We get " + said + " since Monday.");
    }
  },
  CUT_IN_FRONT {
    @Override
    Optional<String> in(String message, Random random) {
      List<String> words = words(filled(message));
      return one(
              words,
              random,
              i -> i > 0 && isEnoughOf(words.subList(i, words.size()), filled(message)))
          .map(at -> joined(words.subList(at, words.size())));
    }
  },
  CUT_BEHIND {
    @Override
    Optional<String> in(String message, Random random) {
      List<String> words = words(filled(message));
      return one(words, random, i -> i > 0 && isEnoughOf(words.subList(0, i), filled(message)))
          .map(at -> joined(words.subList(0, at)) + (random.nextBoolean() ? "..." : ""));
    }
  },
  OTHER_QUOTES {
    @Override
    Optional<String> in(String message, Random random) {
      String marks = QUOTES.get(random.nextInt(QUOTES.size()));
      String open = marks.substring(0, 1);
      String close = marks.substring(1);
      String named = message.replaceAll("[\"']?(\\{[A-Za-z]+})[\"']?", open + "$1" + close);
      return Optional.of(named.equals(message) ? open + message + close : named);
    }
  },
  MIS_DECODED {
    @Override
    Optional<String> in(String message, Random random) {
      return isSwedish(message)
          ? Optional.of(
              new String(message.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252")))
          : Optional.empty();
    }
  },
  BOLD {
    @Override
    Optional<String> in(String message, Random random) {
      if (random.nextBoolean()) {
        return Optional.of("**" + message + "**");
      }
      List<String> words = words(message);
      return one(words, random, i -> isWord(words.get(i)))
          .map(
              at ->
                  joined(
                      words.subList(0, at),
                      List.of("**" + words.get(at) + "**"),
                      words.subList(at + 1, words.size())));
    }
  },
  WRAPPED {
    @Override
    Optional<String> in(String message, Random random) {
      int column = 20 + random.nextInt(60);
      StringBuilder wrapped = new StringBuilder();
      int length = 0;
      for (String word : words(filled(message))) {
        boolean fits = length + 1 + word.length() <= column;
        wrapped.append(length == 0 ? "" : fits ? " " : "\n").append(word);
        length = (length == 0 || fits ? length + 1 : 0) + word.length();
      }
      return Optional.of(wrapped.toString());
    }
  };

  private static final Set<String> FILLERS =
      Set.of("the", "a", "an", "that", "is", "att", "är", "en", "ett", "den", "det");

  private static final List<String> QUOTES = List.of("“”", "‘’", "„“", "«»", "‹›", "´´", "``");

  private static final int SHORTEST_WORD = 4;

  private static final int PERCENT_OF_A_CUT = 60;

  private interface InWord {
    String at(String word, int letter);
  }

  /**
   * Returns a message with this slip, or nothing where it can't be made in it.
   *
   * @param message the message, with its placeholders
   */
  abstract Optional<String> in(String message, Random random);

  /** Returns a message with names in its placeholders. */
  static String filled(String message) {
    return message
        .replace("{server}", "FS01.contoso.com")
        .replace("{dataSource}", "D:\\")
        .replaceAll("\\{[A-Za-z]+}", "Something");
  }

  private static Optional<String> inAWord(String message, Random random, InWord slip) {
    List<String> words = new ArrayList<>(words(message));
    return one(words, random, i -> isWord(words.get(i)))
        .map(
            at -> {
              String word = words.get(at);
              int last = (int) word.chars().filter(Character::isLetter).count() - 1;
              words.set(at, slip.at(word, 1 + random.nextInt(last)));
              return joined(words);
            });
  }

  private static String swapped(String word, int at) {
    return word.substring(0, at - 1)
        + word.charAt(at)
        + word.charAt(at - 1)
        + word.substring(at + 1);
  }

  private static boolean isWord(String word) {
    String bare = word.replaceAll("[.,:;]+$", "");
    return bare.length() >= SHORTEST_WORD && bare.chars().allMatch(Character::isLetter);
  }

  private static boolean isSwedish(String message) {
    return message.matches("(?s).*[åäöÅÄÖ].*");
  }

  private static boolean isEnoughOf(List<String> words, String message) {
    return letters(joined(words)) * 100 >= letters(message) * PERCENT_OF_A_CUT;
  }

  private static long letters(String text) {
    return text.chars().filter(Character::isLetterOrDigit).count();
  }

  private static List<String> words(String message) {
    return Arrays.asList(message.split(" ", -1));
  }

  private static Optional<Integer> one(List<String> words, Random random, IntPredicate which) {
    List<Integer> all = IntStream.range(0, words.size()).filter(which).boxed().toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static String joined(List<String>... parts) {
    return Arrays.stream(parts).flatMap(List::stream).collect(Collectors.joining(" "));
  }
}
