package dev.mabsplan.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Names that native output shows, and what they stand for: drivers, pages, programs and providers
 * of events. Some are known everywhere; a rule pack adds what its users have. Names compare without
 * case.
 *
 * @param drivers the product of antivirus that a file system filter belongs to
 * @param endpoints what reaching a page says can be reached, as rules know it
 * @param programs which file tells the version of which product; the first that fits counts
 * @param ofAnyServer providers of events that are about the server that they are written on
 * @param ofBackupServer providers and logs of the backup server and its agent for Azure
 * @param products whose numbers those of a product are, which may go by several names
 * @param quoting whose numbers a provider quotes, beside those that are its own
 */
public record KnownNames(
    Map<String, String> drivers,
    Map<String, String> endpoints,
    List<Program> programs,
    Set<String> ofAnyServer,
    Set<String> ofBackupServer,
    Map<String, String> products,
    Map<String, String> quoting) {

  /** No name at all. */
  public static final KnownNames NONE =
      new KnownNames(Map.of(), Map.of(), List.of(), Set.of(), Set.of(), Map.of(), Map.of());

  /**
   * A file whose version is that of a product.
   *
   * @param file its name
   * @param below a part of the path to it; empty where it may lie anywhere
   * @param product the product, as rules call it
   */
  public record Program(String file, String below, String product) {

    public Program {
      file = folded(file);
      below = folded(below);
    }

    private boolean is(String path) {
      return path.substring(path.lastIndexOf('\\') + 1).equals(file) && path.contains(below);
    }
  }

  public KnownNames {
    drivers = folded(drivers, text -> text);
    endpoints = folded(endpoints, text -> text);
    programs = List.copyOf(programs);
    ofAnyServer = folded(ofAnyServer);
    ofBackupServer = folded(ofBackupServer);
    products = folded(products, KnownNames::folded);
    quoting = folded(quoting, KnownNames::folded);
  }

  /** Returns these names and others, which count where both say something of one. */
  public KnownNames and(KnownNames others) {
    if (others.equals(NONE)) {
      return this;
    }
    List<Program> files = new ArrayList<>(others.programs);
    files.addAll(programs);
    return new KnownNames(
        both(drivers, others.drivers),
        both(endpoints, others.endpoints),
        files,
        both(ofAnyServer, others.ofAnyServer),
        both(ofBackupServer, others.ofBackupServer),
        both(products, others.products),
        both(quoting, others.quoting));
  }

  private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
    Map<String, String> all = new HashMap<>(one);
    all.putAll(other);
    return all;
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }

  /** Returns the product of antivirus that a file system filter belongs to. */
  public Optional<String> antivirus(String driver) {
    return Optional.ofNullable(drivers.get(folded(driver)));
  }

  /** Returns what can be reached where a page of a host can be. */
  public Optional<String> endpoint(String host) {
    return Optional.ofNullable(endpoints.get(folded(host)));
  }

  /** Returns the product whose version a file has. */
  public Optional<String> program(String path) {
    String folded = folded(path);
    return programs.stream().filter(one -> one.is(folded)).map(Program::product).findFirst();
  }

  /** Returns whether what a provider writes is about the server that it is written on. */
  public boolean isOfAnyServer(String provider) {
    return ofAnyServer.contains(folded(provider));
  }

  /** Returns whether only a backup server has a provider or a log. */
  public boolean isOfBackupServer(String name) {
    return ofBackupServer.contains(folded(name));
  }

  /** Returns the name under which the numbers of a product, or of a provider, are compared. */
  public String family(String product) {
    String name = folded(product);
    return products.getOrDefault(name, name);
  }

  /** Returns whose numbers those in the description of a provider's event are. */
  public String quotedBy(String provider) {
    String family = family(provider);
    return quoting.getOrDefault(family, family);
  }

  private static Map<String, String> folded(
      Map<String, String> names, UnaryOperator<String> meaning) {
    return names.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                name -> folded(name.getKey()),
                name -> meaning.apply(name.getValue()),
                (a, b) -> b));
  }

  private static Set<String> folded(Set<String> names) {
    return names.stream().map(KnownNames::folded).collect(Collectors.toUnmodifiableSet());
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
