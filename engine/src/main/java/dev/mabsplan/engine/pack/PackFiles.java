package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.tree.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The files of one rule pack, wherever they lie.
 *
 * @param origin where they lie, for messages
 * @param texts the text of each file by its path in the pack, with forward slashes
 */
public record PackFiles(String origin, SortedMap<String, String> texts) {

  /** The resource that says which folders of a class path are rule packs, one a line. */
  public static final String INDEX = "META-INF/mabsplan.packs";

  private static final Pattern PACKED =
      Pattern.compile(".*\\.(yaml|yml|drl)|[^/]+/samples/[^/]+\\.[a-z]+");

  public PackFiles {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /**
   * Reads a folder that holds a {@code pack.yaml}.
   *
   * @throws UncheckedIOException where a file can't be read
   * @throws InvalidPackException where a file is not in UTF-8
   */
  public static PackFiles directory(Path folder) {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (belongsToPack(path)) {
          texts.put(path, text(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PackFiles(folder.toString(), texts);
  }

  /** Windows editors put a byte order mark first, which YAML skips and DRL does not. */
  private static String unmarked(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String text(Path file) throws IOException {
    try {
      return unmarked(Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new InvalidPackException(
          List.of(
              new Fault("text in UTF-8", "bytes that are none", Source.of(file.toString()), null)));
    }
  }

  /**
   * Reads the packs of a class path: each folder named in a resource {@value #INDEX}.
   *
   * @throws UncheckedIOException where a resource can't be read
   * @throws InvalidPackException where a folder that is named is not there
   */
  public static List<PackFiles> classPath(ClassLoader loader) {
    return folders(loader).stream().map(folder -> folder.files().get()).toList();
  }

  /**
   * Finds the packs of a class path without reading them: each folder named in a resource {@value
   * #INDEX}.
   *
   * @throws UncheckedIOException where a resource can't be read
   * @throws InvalidPackException where a folder that is named is not there
   */
  public static List<PackFolder> folders(ClassLoader loader) {
    try {
      Set<String> folders = new LinkedHashSet<>();
      for (URL index : Collections.list(loader.getResources(INDEX))) {
        read(index)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .forEach(folders::add);
      }
      List<PackFolder> packs = new ArrayList<>();
      Map<String, SortedMap<String, Long>> jars = new HashMap<>();
      for (String folder : folders) {
        List<URL> heads = Collections.list(loader.getResources(folder + "/pack.yaml"));
        if (heads.isEmpty()) {
          throw new InvalidPackException(
              List.of(
                  new Fault(
                      "a folder with a pack.yaml for every line of " + INDEX,
                      "\"" + folder + "\"",
                      null,
                      null)));
        }
        for (URL head : heads) {
          packs.add(besides(head, folder, folders, jars));
        }
      }
      return packs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the packs of a class path, but for those in whose place others stand.
   *
   * @param instead the others: who has the id of one of them is left out
   */
  public static List<PackFiles> classPath(ClassLoader loader, Collection<PackFiles> instead) {
    Set<String> ids =
        instead.stream().flatMap(pack -> pack.id().stream()).collect(Collectors.toSet());
    return classPath(loader).stream()
        .filter(pack -> pack.id().filter(ids::contains).isEmpty())
        .toList();
  }

  /**
   * Returns packs without those that somebody does without, and without what builds on them.
   *
   * @param without the ids of those
   * @throws InvalidPackException where an id is that of none of the packs
   */
  public static List<PackFiles> without(Collection<PackFiles> packs, Collection<String> without) {
    List<String> ids = packs.stream().flatMap(pack -> pack.id().stream()).sorted().toList();
    List<Fault> faults =
        without.stream()
            .filter(id -> !ids.contains(id))
            .map(
                id ->
                    new Fault(
                        "a rule pack to do without, one of " + String.join(", ", ids),
                        "\"" + id + "\"",
                        null,
                        Meant.hint(id, ids)))
            .toList();
    if (!faults.isEmpty()) {
      throw new InvalidPackException(faults);
    }
    Map<String, Set<String>> buildsOn = new TreeMap<>();
    packs.forEach(pack -> pack.id().ifPresent(id -> buildsOn.put(id, pack.buildsOn())));
    Set<String> out = leftOut(buildsOn, without);
    return packs.stream().filter(pack -> pack.id().filter(out::contains).isEmpty()).toList();
  }

  /**
   * Returns the packs that somebody does without, and those that build on them.
   *
   * @param buildsOn of each pack the ids of the packs that it needs
   * @param without the ids of packs
   */
  public static Set<String> leftOut(
      Map<String, ? extends Collection<String>> buildsOn, Collection<String> without) {
    Set<String> out = new LinkedHashSet<>(without);
    for (boolean more = true; more; ) {
      more = false;
      for (Map.Entry<String, ? extends Collection<String>> pack : buildsOn.entrySet()) {
        more |= !Collections.disjoint(pack.getValue(), out) && out.add(pack.getKey());
      }
    }
    return out;
  }

  /** Returns the folder with a {@code pack.yaml} that a path is or lies in, where there is one. */
  public static Optional<Path> around(Path path) {
    return Stream.iterate(
            path.toAbsolutePath().normalize(), folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isRegularFile(folder.resolve("pack.yaml")))
        .findFirst()
        .map(PackFiles::fromHere);
  }

  /** Returns a path as a person in the working directory would write it. */
  public static Path fromHere(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path whole = path.toAbsolutePath().normalize();
    if (whole.equals(here)) {
      return Path.of(".");
    }
    return whole.startsWith(here) ? here.relativize(whole) : whole;
  }

  private static PackFolder besides(
      URL pack, String folder, Set<String> folders, Map<String, SortedMap<String, Long>> jars)
      throws IOException {
    if (pack.openConnection() instanceof JarURLConnection connection) {
      String jar = connection.getJarFileURL().toString();
      SortedMap<String, Long> listed = jars.get(jar);
      if (listed == null) {
        listed = listed(connection, folders);
        jars.put(jar, listed);
      }
      SortedMap<String, Long> sums = new TreeMap<>();
      listed
          .subMap(folder + "/", folder + "0")
          .forEach((path, sum) -> sums.put(path.substring(folder.length() + 1), sum));
      String name = Path.of(URI.create(jar)).toString();
      return new PackFolder(name + "!/" + folder, sums, () -> inJar(pack, folder));
    }
    try {
      Path here = Path.of(pack.toURI()).resolve("..").normalize();
      return new PackFolder(here.toString(), sums(here), () -> directory(here));
    } catch (URISyntaxException e) {
      throw new IOException("a rule pack lies where its files can't be listed: " + pack, e);
    }
  }

  /** Returns a folder that holds a {@code pack.yaml}, without what its files say. */
  public static PackFolder folder(Path folder) {
    return new PackFolder(folder.toString(), sums(folder), () -> directory(folder));
  }

  private static SortedMap<String, Long> sums(Path folder) {
    SortedMap<String, Long> sums = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (belongsToPack(path)) {
          CRC32 sum = new CRC32();
          sum.update(Files.readAllBytes(file));
          sums.put(path, sum.getValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sums;
  }

  private static PackFiles inJar(URL pack, String folder) {
    SortedMap<String, String> texts = new TreeMap<>();
    try (JarFile jar = ownCopy((JarURLConnection) pack.openConnection())) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        String path = inFolder(entry, folder);
        if (belongsToPack(path)) {
          try (InputStream in = jar.getInputStream(entry)) {
            texts.put(path, unmarked(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
          }
        }
      }
      return new PackFiles(jar.getName() + "!/" + folder, texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A jar with all that a program needs has thousands of entries: it is gone through once. */
  private static SortedMap<String, Long> listed(JarURLConnection connection, Set<String> folders)
      throws IOException {
    SortedMap<String, Long> listed = new TreeMap<>();
    try (JarFile jar = ownCopy(connection)) {
      List<String> beginnings = folders.stream().map(folder -> folder + "/").toList();
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        String name = entry.getName();
        for (String beginning : beginnings) {
          if (name.startsWith(beginning) && belongsToPack(name.substring(beginning.length()))) {
            listed.put(name, entry.getCrc());
          }
        }
      }
    }
    return listed;
  }

  /** Returns the path of an entry in a folder; empty where it lies elsewhere. */
  private static String inFolder(JarEntry entry, String folder) {
    String name = entry.getName();
    return name.startsWith(folder + "/") ? name.substring(folder.length() + 1) : "";
  }

  /** Without the cache, closing the jar closes nobody else's. */
  private static JarFile ownCopy(JarURLConnection connection) throws IOException {
    connection.setUseCaches(false);
    return connection.getJarFile();
  }

  private static boolean belongsToPack(String path) {
    return path.equals(ErrorCodes.FILE) || PACKED.matcher(path).matches();
  }

  private static String read(URL url) throws IOException {
    try (InputStream in = url.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Returns the id that the pack gives itself; nothing where it gives none that can be read. */
  public Optional<String> id() {
    return head().get("id") instanceof Node.Scalar id ? Optional.of(id.text()) : Optional.empty();
  }

  /** Returns the ids of the packs that the pack says it builds on. */
  private Set<String> buildsOn() {
    Set<String> ids = new LinkedHashSet<>();
    if (head().get("buildsOn") instanceof Node.Items items) {
      for (Node item : items.items()) {
        if (item instanceof Node.Scalar id) {
          ids.add(id.text());
        }
      }
    }
    return ids;
  }

  private Node.Mapping head() {
    try {
      if (Yaml.read("pack.yaml", texts.getOrDefault("pack.yaml", ""))
          instanceof Node.Mapping head) {
        return head;
      }
    } catch (NotYaml e) {
      // Whoever reads the pack says so, with the line.
    }
    return Node.Mapping.empty(Source.of("pack.yaml"));
  }

  /** Returns the names of the folders that hold a {@code topic.yaml} or a {@code rules.drl}. */
  public List<String> topics() {
    return texts.keySet().stream()
        .filter(path -> path.matches("[^/]+/(topic\\.yaml|rules\\.drl)"))
        .map(path -> path.substring(0, path.indexOf('/')))
        .distinct()
        .toList();
  }

  /** Returns the files below a folder of the pack. */
  Map<String, String> below(String folder) {
    return texts.subMap(folder + "/", folder + "0");
  }
}
