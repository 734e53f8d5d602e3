package dev.mabsplan.facts.bundle;

import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.InvalidFactsException;
import dev.mabsplan.facts.Source;
import dev.mabsplan.facts.windows.TextFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files at paths: a file itself, those in a folder, those in a ZIP archive and in
 * archives in it. What an archive claims of itself is not believed; what comes out of it is
 * counted.
 */
final class FileFinder {

  private static final String NAME_OF_SERVER = "[A-Za-z][A-Za-z0-9-]{0,14}(\\.[A-Za-z0-9.-]+)?";

  /** Names of folders that people and collectors give, and that no server has. */
  private static final Set<String> NO_SERVERS =
      Set.of(
          "dpm_data",
          "data",
          "desktop",
          "documents",
          "downloads",
          "facts",
          "files",
          "home",
          "logs",
          "output",
          "support",
          "temp",
          "tmp",
          "users");

  private final Limits limits;
  private final List<FoundFile> files = new ArrayList<>();
  private long total;

  private FileFinder(Limits limits) {
    this.limits = limits;
  }

  /**
   * Finds files.
   *
   * @throws InvalidFactsException where nothing is at a path, or a limit is passed
   * @throws UncheckedIOException where a file can't be read
   */
  static List<FoundFile> find(Collection<Path> paths, Limits limits) {
    FileFinder finder = new FileFinder(limits);
    for (Path path : paths) {
      finder.at(path);
    }
    return finder.files;
  }

  private void at(Path path) {
    try {
      if (Files.isDirectory(path)) {
        folder(path);
      } else if (Files.isRegularFile(path)) {
        file(path, path.toString(), parent(path), Optional.empty());
      } else {
        throw refused("a file or a folder", "no such file", path.toString(), null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path + " can't be read", e);
    }
  }

  private static String parent(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null ? "" : parent.toString();
  }

  /** Links are not followed: they may lead anywhere, and round in circles. */
  private void folder(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all =
          walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
              .limit(limits.files() + 1L)
              .sorted()
              .toList();
    }
    for (Path path : all) {
      Path own = path.toAbsolutePath().normalize().getParent();
      String name = own == null || own.getFileName() == null ? "" : own.getFileName().toString();
      file(path, path.toString(), parent(path), serverName(name));
    }
  }

  private static Optional<String> serverName(String folder) {
    return folder.matches(NAME_OF_SERVER) && !NO_SERVERS.contains(folder.toLowerCase(Locale.ROOT))
        ? Optional.of(folder)
        : Optional.empty();
  }

  private void file(Path path, String name, String folder, Optional<String> folderName)
      throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      add(name, folder, folderName, bytes(in, name, Long.MAX_VALUE), 0);
    }
  }

  private void add(
      String name, String folder, Optional<String> folderName, byte[] bytes, int depth) {
    if (isArchive(bytes)) {
      archive(name, bytes, folderName, depth + 1);
      return;
    }
    if (files.size() >= limits.files()) {
      throw refused(
          "no more than " + limits.files() + " files",
          "more",
          name,
          "hand over only what is about the failing backup");
    }
    files.add(new FoundFile(TextFile.of(name, bytes), folder, folderName));
  }

  private static boolean isArchive(byte[] bytes) {
    return bytes.length > 3
        && bytes[0] == 'P'
        && bytes[1] == 'K'
        && (bytes[2] == 3 || bytes[2] == 5)
        && (bytes[3] == 4 || bytes[3] == 6);
  }

  private void archive(String name, byte[] packed, Optional<String> folderName, int depth) {
    if (depth > limits.depth()) {
      throw refused(
          "archives in archives no deeper than " + limits.depth(), "one deeper", name, null);
    }
    long most = Math.max(limits.smallest(), (long) packed.length * limits.ratio());
    long unpacked = 0;
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(packed), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String member = entry.getName().replace('\\', '/');
        String where = name + "!" + member;
        refuseClimbing(member, where);
        if (!entry.isDirectory()) {
          byte[] bytes = bytes(zip, where, most - unpacked);
          unpacked += bytes.length;
          int slash = member.lastIndexOf('/');
          String inside = slash < 0 ? "" : member.substring(0, slash);
          Optional<String> own =
              slash < 0 ? folderName : serverName(inside.substring(inside.lastIndexOf('/') + 1));
          add(where, name + "!" + inside, own, bytes, depth);
        }
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw refused("a ZIP archive", "a damaged one: " + e.getMessage(), name, "make it again");
    } catch (IOException e) {
      throw refused("a ZIP archive", "one that is cut off", name, "make it again");
    }
  }

  private static void refuseClimbing(String member, String where) {
    if (member.startsWith("/")
        || member.matches("[A-Za-z]:.*")
        || List.of(member.split("/", -1)).contains("..")) {
      throw refused("members that lie in the archive", "a path that leads out of it", where, null);
    }
  }

  private byte[] bytes(InputStream in, String name, long most) throws IOException {
    int limit = (int) Math.min(limits.bytesOfFile(), Math.max(most, 0)) + 1;
    byte[] bytes = in.readNBytes(limit);
    if (bytes.length > most) {
      throw refused(
          "an archive that unpacks to no more than " + limits.ratio() + " times its size",
          "more",
          name,
          null);
    }
    if (bytes.length > limits.bytesOfFile()) {
      throw refused(
          "files of no more than " + limits.bytesOfFile() / Limits.MIB + " MiB",
          "a larger one",
          name,
          "cut off what is older than the failure");
    }
    total += bytes.length;
    if (total > limits.bytesInAll()) {
      throw refused(
          "no more than " + limits.bytesInAll() / Limits.MIB + " MiB in all",
          "more",
          name,
          "hand over only what is about the failing backup");
    }
    return bytes;
  }

  private static InvalidFactsException refused(
      String expected, String found, String where, @Nullable String hint) {
    return new InvalidFactsException(List.of(new Fault(expected, found, Source.of(where), hint)));
  }
}
