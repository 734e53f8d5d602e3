package dev.mabsplan.engine;

import dev.mabsplan.engine.image.Image;
import dev.mabsplan.engine.image.UnfitImageException;
import dev.mabsplan.engine.lint.CheckedPacks;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.pack.PackFolder;
import dev.mabsplan.engine.pack.PackImage;
import dev.mabsplan.engine.pack.PackReader;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.session.RuleBase;
import dev.mabsplan.engine.session.RuleImage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rule packs that were read, checked and compiled before. They are used where the files of the
 * packs are those that they were made of, and made anew where they are not: no plan depends on
 * whether there are any.
 */
public final class CompiledPacks {

  /** The resource beside the packs of a class path that holds them compiled. */
  public static final String RESOURCE = "META-INF/mabsplan.compiled";

  /** Another number for another form of what follows. */
  private static final int FORM = 0x6D616202;

  /**
   * One pack.
   *
   * @param id its id
   * @param fingerprint of its files
   * @param buildsOn ids of the packs that it needs
   * @param image what it knows
   * @param outlines what its rules say
   * @param packages what the compiler made of its rules, by topic
   */
  private record Compiled(
      String id,
      String fingerprint,
      List<String> buildsOn,
      Image image,
      Image outlines,
      Map<String, Image> packages) {}

  private CompiledPacks() {}

  /**
   * Compiles the packs of a class path, as a build does.
   *
   * @param arguments the file to write
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, of(PackFiles.folders(loader())).stream().readAllBytes());
  }

  /** A thread of somebody else's may have a class loader that sees no packs: ours does. */
  static ClassLoader loader() {
    ClassLoader own = CompiledPacks.class.getClassLoader();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null && context.getResource(PackFiles.INDEX) != null ? context : own;
  }

  /**
   * Reads, checks and compiles packs.
   *
   * @throws dev.mabsplan.engine.pack.InvalidPackException with all that is wrong with them
   */
  public static Image of(List<PackFolder> folders) {
    List<RulePack> packs = new ArrayList<>();
    Map<String, String> fingerprints = new TreeMap<>();
    for (PackFolder folder : folders) {
      // said of a rule that lies in a jar, which may be anywhere once it is used
      PackFiles files = new PackFiles(inside(folder.origin()), folder.files().get().texts());
      RulePack pack = PackReader.read(files);
      packs.add(pack);
      fingerprints.put(pack.id(), folder.fingerprint());
    }
    CheckedPacks checked = CheckedPacks.of(packs);
    RuleImage rules = RuleImage.of(checked.packs());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(packs.size());
      part(rules.packages(), "").writeTo(out);
      for (RulePack pack : checked.packs()) {
        out.writeUTF(pack.id());
        out.writeUTF(fingerprints.get(pack.id()));
        out.writeInt(pack.buildsOn().size());
        for (String other : pack.buildsOn()) {
          out.writeUTF(other);
        }
        PackImage.write(pack).writeTo(out);
        part(rules.outlines(), pack.id()).writeTo(out);
        out.writeInt(pack.topics().size());
        for (var topic : pack.topics()) {
          out.writeUTF(topic.name());
          part(rules.packages(), topic.name()).writeTo(out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sealed(Image.of(bytes.toByteArray()));
  }

  private static String inside(String origin) {
    String path = origin.replace('\\', '/');
    int at = path.lastIndexOf("/dev/mabsplan/");
    return at < 0 ? origin : path.substring(at + 1);
  }

  private static String now(String file, List<PackFolder> folders) {
    for (PackFolder folder : folders) {
      String then = inside(folder.origin());
      if (file.startsWith(then + "/")) {
        return folder.origin() + file.substring(then.length());
      }
    }
    return file;
  }

  private static Image part(Map<String, Image> parts, String name) {
    return Objects.requireNonNull(parts.get(name), name);
  }

  private static Image sealed(Image content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(FORM);
      out.writeLong(content.sum());
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Image.of(bytes.toByteArray());
  }

  /**
   * Returns what was compiled beside the packs of a class path, or nothing where there is none or
   * more than one has it.
   */
  static Optional<Image> beside(ClassLoader loader) {
    try {
      List<URL> found = Collections.list(loader.getResources(RESOURCE));
      if (found.size() != 1) {
        return Optional.empty();
      }
      try (InputStream in = found.get(0).openStream()) {
        return Optional.of(Image.of(in.readAllBytes()));
      }
    } catch (IOException e) {
      // Only sooner: what can't be read is compiled again, and who reads the packs says why not.
      return Optional.empty();
    }
  }

  /**
   * Returns a planner from what was compiled, or nothing where that does not fit.
   *
   * @param compiled what {@link #of} wrote
   * @param folders the packs that are wanted
   * @param without ids of packs to do without, and what builds on them
   */
  static Optional<Planner> planner(
      Image compiled, List<PackFolder> folders, Collection<String> without) {
    try {
      Map<String, Compiled> packs = new LinkedHashMap<>();
      Image shared = read(compiled, packs);
      Set<String> there = new HashSet<>();
      folders.forEach(folder -> there.add(folder.fingerprint()));
      Set<String> known = new HashSet<>();
      packs.values().forEach(pack -> known.add(pack.fingerprint()));
      if (!there.equals(known) || !packs.keySet().containsAll(without)) {
        return Optional.empty();
      }
      return Optional.of(planner(wanted(packs.values(), without), shared, folders, without));
    } catch (IOException | UnfitImageException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns a planner from what was compiled before: beside the packs of the class path or, where
   * there are others, in a folder that keeps what was compiled.
   *
   * @param rules folders of packs beside those of the class path
   * @param without ids of packs to do without, and what builds on them
   * @param kept takes what is compiled, where it is not there yet
   * @return the planner; nothing where none of that can be had
   * @throws dev.mabsplan.engine.pack.InvalidPackException where a pack is not as it must be
   */
  public static Optional<Planner> planner(
      List<Path> rules, Collection<String> without, KeptPacks kept) {
    List<PackFolder> folders = Planner.packs(rules);
    Optional<Image> beside = beside(loader());
    return beside
        .flatMap(compiled -> planner(compiled, folders, without))
        .or(() -> keptPlanner(folders, without, kept));
  }

  private static Optional<Planner> keptPlanner(
      List<PackFolder> folders, Collection<String> without, KeptPacks kept) {
    Optional<Image> compiled = kept.compiled(folders, CompiledPacks::of);
    Optional<Planner> planner = compiled.flatMap(image -> planner(image, folders, without));
    if (planner.isEmpty()) {
      kept.forget(folders);
    }
    return planner;
  }

  private static List<Compiled> wanted(Collection<Compiled> packs, Collection<String> without) {
    Map<String, List<String>> buildsOn = new TreeMap<>();
    packs.forEach(pack -> buildsOn.put(pack.id(), pack.buildsOn()));
    Set<String> out = PackFiles.leftOut(buildsOn, without);
    return packs.stream().filter(pack -> !out.contains(pack.id())).toList();
  }

  private static Planner planner(
      List<Compiled> packs, Image shared, List<PackFolder> folders, Collection<String> without) {
    if (packs.isEmpty()) {
      throw new UnfitImageException("nothing is left");
    }
    Knowledge knowledge =
        new Knowledge(packs.stream().map(pack -> PackImage.read(pack.image())).toList());
    Map<String, Image> outlines = new TreeMap<>();
    Map<String, Image> packages = new TreeMap<>();
    packages.put("", shared);
    for (Compiled pack : packs) {
      outlines.put(pack.id(), pack.outlines());
      packages.putAll(pack.packages());
    }
    RuleBase rules =
        new RuleImage(outlines, packages)
            .rules(file -> now(file, folders), () -> read(folders, without));
    return Planner.of(knowledge, rules);
  }

  private static Collection<RulePack> read(List<PackFolder> folders, Collection<String> without) {
    List<PackFiles> files = folders.stream().map(folder -> folder.files().get()).toList();
    return PackFiles.without(files, without).stream().map(PackReader::read).toList();
  }

  private static Image read(Image compiled, Map<String, Compiled> packs) throws IOException {
    DataInputStream in = new DataInputStream(compiled.stream());
    if (in.readInt() != FORM) {
      throw new UnfitImageException("another form");
    }
    long sum = in.readLong();
    Image content = Image.readFrom(in);
    if (content.sum() != sum) {
      throw new UnfitImageException("damaged");
    }
    in = new DataInputStream(content.stream());
    int size = in.readInt();
    Image shared = Image.readFrom(in);
    for (int i = 0; i < size; i++) {
      String id = in.readUTF();
      String fingerprint = in.readUTF();
      List<String> buildsOn = new ArrayList<>();
      for (int others = in.readInt(); others > 0; others--) {
        buildsOn.add(in.readUTF());
      }
      Image image = Image.readFrom(in);
      Image outlines = Image.readFrom(in);
      Map<String, Image> packages = new TreeMap<>();
      for (int topics = in.readInt(); topics > 0; topics--) {
        packages.put(in.readUTF(), Image.readFrom(in));
      }
      packs.put(id, new Compiled(id, fingerprint, buildsOn, image, outlines, packages));
    }
    return shared;
  }
}
