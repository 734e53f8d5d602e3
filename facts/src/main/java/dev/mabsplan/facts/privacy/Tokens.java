package dev.mabsplan.facts.privacy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The tokens that stand for names, the same for a name wherever it stands. */
final class Tokens {

  static final String SERVER = "SERVER";
  static final String DOMAIN = "DOMAIN";
  static final String USER = "USER";

  /** The names of each kind with their tokens; while names are being found, each is its own. */
  private final Map<String, NavigableMap<String, String>> tokens = new TreeMap<>();

  /** The tokens that stand for something in what is returned. */
  private final Set<String> given = new HashSet<>();

  private boolean finding = true;

  /** Returns whether names are still being found, and none is replaced yet. */
  boolean finding() {
    return finding;
  }

  /** Returns how many names tokens stand for. */
  int given() {
    return given.size();
  }

  /** Ends the finding, and numbers what was found by its name. */
  void number() {
    finding = false;
    tokens.forEach(
        (kind, names) -> {
          int digits = String.valueOf(names.size()).length();
          int number = 0;
          for (Map.Entry<String, String> name : names.entrySet()) {
            number++;
            name.setValue(String.format(Locale.ROOT, "%s-%0" + digits + "d", kind, number));
          }
        });
  }

  /** Returns the names of a kind. */
  Set<String> names(String kind) {
    return of(kind).keySet();
  }

  /** Returns the first name of a kind that begins so. */
  Optional<String> beginning(String kind, String with) {
    return Optional.ofNullable(of(kind).ceilingKey(with)).filter(name -> name.startsWith(with));
  }

  private NavigableMap<String, String> of(String kind) {
    return tokens.computeIfAbsent(kind, key -> new TreeMap<>());
  }

  /** Returns the token of a name, or the name while names are being found. */
  String token(String kind, String name) {
    String key = name.toLowerCase(Locale.ROOT);
    if (finding) {
      of(kind).putIfAbsent(key, key);
      return name;
    }
    String token = of(kind).getOrDefault(key, name);
    given.add(token);
    return token;
  }
}
