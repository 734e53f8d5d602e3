package dev.mabsplan.engine;

import dev.mabsplan.engine.image.Image;
import dev.mabsplan.engine.pack.PackFolder;
import dev.mabsplan.engine.pack.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of the user's that keeps packs compiled, each file named after what it was made of: the
 * files of the packs, and this program. It makes a start sooner and nothing else: where it can't be
 * used, because a disk is full or read-only, packs are compiled again.
 */
public final class KeptPacks {

  private static final String ENDING = ".compiled";

  /** A file has some two megabytes; who works on a pack makes a new one with each change. */
  private static final int MOST = 16;

  private final Optional<Path> folder;

  private KeptPacks(Optional<Path> folder) {
    this.folder = folder;
  }

  /** Returns what keeps packs in a folder, which is made when it is needed. */
  public static KeptPacks in(Path folder) {
    return new KeptPacks(Optional.of(folder));
  }

  /** Returns what keeps nothing. */
  public static KeptPacks nowhere() {
    return new KeptPacks(Optional.empty());
  }

  /** Returns what was compiled of packs, now or before; nothing where it can't be kept. */
  Optional<Image> compiled(List<PackFolder> packs, Function<List<PackFolder>, Image> compiler) {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Path file = folder.get().resolve(name(packs) + ENDING);
    try {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return ours(file) ? Optional.of(Image.of(Files.readAllBytes(file))) : Optional.empty();
      }
      prepare(folder.get());
    } catch (IOException e) {
      return Optional.empty();
    }
    Image compiled = compiler.apply(packs);
    keep(compiled, folder.get(), name(packs));
    return Optional.of(compiled);
  }

  /** Forgets what was compiled of packs: it turned out to be of no use. */
  void forget(List<PackFolder> packs) {
    try {
      if (folder.isPresent()) {
        Files.deleteIfExists(folder.get().resolve(name(packs) + ENDING));
      }
    } catch (IOException e) {
      // What can't be deleted is found to be of no use again.
      return;
    }
  }

  private static void keep(Image compiled, Path folder, String name) {
    try {
      Path written = Files.createTempFile(folder, "new", ".part");
      try (InputStream in = compiled.stream()) {
        Files.copy(in, written, StandardCopyOption.REPLACE_EXISTING);
        Files.move(written, folder.resolve(name + ENDING), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(written);
      }
      forgetOldest(folder);
    } catch (IOException e) {
      // It was compiled all the same, and will be once more.
      return;
    }
  }

  private static void prepare(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      if (!ours(folder)) {
        throw new FileSystemException(folder.toString(), null, "others may write here");
      }
      return;
    }
    Files.createDirectories(folder);
    if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** Compiled rules are code: what others could have written is not run. */
  private static boolean ours(Path path) throws IOException {
    PosixFileAttributeView posix =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (posix == null) {
      return true;
    }
    String permissions = PosixFilePermissions.toString(posix.readAttributes().permissions());
    boolean othersWrite = permissions.charAt(4) == 'w' || permissions.charAt(7) == 'w';
    return !othersWrite && posix.getOwner().getName().equals(System.getProperty("user.name", ""));
  }

  private static void forgetOldest(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> kept =
          files
              .filter(file -> file.toString().endsWith(ENDING))
              .sorted(Comparator.comparingLong((Path file) -> file.toFile().lastModified()))
              .toList();
      for (Path file : kept.subList(0, Math.max(0, kept.size() - MOST))) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static String name(List<PackFolder> packs) {
    Stream<String> all = packs.stream().map(PackFolder::fingerprint).sorted();
    return Sha256.hex(
        Stream.concat(Stream.of(program()), all).collect(Collectors.joining("\n")), 16);
  }

  /** Another build of this program may make something else of the same packs. */
  private static String program() {
    CodeSource source = KeptPacks.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return "";
    }
    try {
      Path jar = Path.of(source.getLocation().toURI());
      return jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
    } catch (URISyntaxException | IOException | IllegalArgumentException e) {
      return source.getLocation().toString();
    }
  }
}
