package dev.mabsplan.facts.gathered;

import dev.mabsplan.facts.shape.Spelling;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Tells which names are names of one server: names that differ in case only, and a short name and
 * the fully qualified one, where it is the short name of no other.
 */
public final class ServerNames {

  private static final Pattern IP_ADDRESS = Pattern.compile("\\d+(\\.\\d+){3}");

  private final Map<String, String> spellings = new HashMap<>();
  private final Map<String, Set<String>> qualifiedByShort = new HashMap<>();

  private ServerNames(Collection<String> declared, Collection<String> mentioned) {
    Map<String, String> declaredByFold = smallestByFold(declared);
    Map<String, String> allByFold = smallestByFold(mentioned);
    allByFold.putAll(declaredByFold);
    for (String name : allByFold.keySet()) {
      if (qualified(name)) {
        qualifiedByShort.computeIfAbsent(shortOf(name), key -> new TreeSet<>()).add(name);
      }
    }
    spellings.putAll(allByFold);
    qualifiedByShort.forEach(
        (shortName, names) -> {
          String mentionedShort = allByFold.get(shortName);
          if (names.size() == 1 && mentionedShort != null) {
            String qualifiedName = names.iterator().next();
            // what a document declares is how its author calls the server
            boolean onlyShortDeclared =
                declaredByFold.containsKey(shortName) && !declaredByFold.containsKey(qualifiedName);
            String spelling =
                onlyShortDeclared
                    ? mentionedShort
                    : allByFold.getOrDefault(qualifiedName, qualifiedName);
            spellings.put(shortName, spelling);
            spellings.put(qualifiedName, spelling);
          }
        });
  }

  /**
   * Returns the servers of a document.
   *
   * @param declared the names it declares, whose spelling is kept
   * @param mentioned the names it mentions elsewhere
   */
  public static ServerNames of(Collection<String> declared, Collection<String> mentioned) {
    return new ServerNames(declared, mentioned);
  }

  private static Map<String, String> smallestByFold(Collection<String> names) {
    Map<String, String> smallest = new TreeMap<>();
    for (String name : names) {
      String stripped = name.strip();
      smallest.merge(Spelling.fold(stripped), stripped, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    return smallest;
  }

  private static boolean qualified(String name) {
    return name.indexOf('.') > 0 && !IP_ADDRESS.matcher(name).matches();
  }

  /** Returns the first part of a qualified name; of any other, and of an address, itself. */
  public static String shortName(String name) {
    return qualified(name) ? shortOf(name) : name;
  }

  private static String shortOf(String name) {
    return name.substring(0, name.indexOf('.'));
  }

  /** Returns the one spelling of a server's name, or nothing where the name is not known. */
  public Optional<String> find(String name) {
    String folded = Spelling.fold(name.strip());
    String spelling = spellings.get(folded);
    if (spelling != null) {
      return Optional.of(spelling);
    }
    if (qualified(folded)) {
      return qualifiedByShort.containsKey(shortOf(folded))
          ? Optional.empty()
          : Optional.ofNullable(spellings.get(shortOf(folded)));
    }
    Set<String> qualified = qualifiedByShort.getOrDefault(folded, Set.of());
    return qualified.size() == 1
        ? Optional.ofNullable(spellings.get(qualified.iterator().next()))
        : Optional.empty();
  }

  /** Returns the one spelling of a server's name; a name that is not known stays as it is. */
  public String resolve(String name) {
    return find(name).orElse(name.strip());
  }

  /** Returns every server once, in no order that means anything. */
  public List<String> all() {
    return spellings.values().stream().distinct().sorted().toList();
  }
}
