package dev.mabsplan.facts.bundle;

import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.InvalidFactsException;
import dev.mabsplan.facts.Remark;
import dev.mabsplan.facts.Source;
import dev.mabsplan.facts.reading.TextFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

  private static final String NOT_ALLOWED = "may not be read by you; run this as administrator";

  /** Bytes of the shortest record that ends an archive. */
  private static final int BYTES_OF_END = 22;

  private final Limits limits;
  private final List<FoundFile> files = new ArrayList<>();
  private final List<Remark> unread = new ArrayList<>();
  private long total;

  private FileFinder(Limits limits) {
    this.limits = limits;
  }

  /**
   * Finds files. One in a folder or an archive that can't be read, or is too large, stops nothing:
   * it is most often a log that nobody meant.
   *
   * @throws InvalidFactsException where nothing is at a path, or a limit is passed
   * @throws UncheckedIOException where a path itself can't be read
   */
  static FoundFiles find(Collection<Path> paths, Limits limits) {
    FileFinder finder = new FileFinder(limits);
    for (Path path : paths) {
      finder.at(path);
    }
    return new FoundFiles(finder.files, finder.unread);
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
    } catch (TooLarge e) {
      throw refused(
          "files of no more than " + limits.bytesOfFile() / Limits.MIB + " MiB",
          "a larger one",
          path.toString(),
          advice(e.start));
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
    for (Path path : below(folder)) {
      Path own = path.toAbsolutePath().normalize().getParent();
      String name = own == null || own.getFileName() == null ? "" : own.getFileName().toString();
      try {
        file(path, path.toString(), parent(path), serverName(name));
      } catch (TooLarge e) {
        unread(path.toString(), tooLarge(e.start));
      } catch (AccessDeniedException e) {
        unread(path.toString(), NOT_ALLOWED);
      }
    }
  }

  private List<Path> below(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              all.add(path);
            }
            return all.size() > limits.files()
                ? FileVisitResult.TERMINATE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
            if (path.equals(folder) || !(e instanceof AccessDeniedException)) {
              throw e;
            }
            unread(path.toString(), NOT_ALLOWED);
            return FileVisitResult.CONTINUE;
          }
        });
    all.sort(Comparator.naturalOrder());
    return all;
  }

  private void unread(String name, String why) {
    unread.add(new Remark(Remark.Kind.UNREAD, Source.of(name), why));
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
    if (!hasEnd(packed)) {
      throw refused("a ZIP archive", "one that is cut off", name, "make it again");
    }
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(packed), StandardCharsets.ISO_8859_1)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String member = name(entry).replace('\\', '/');
        String where = name + "!" + member;
        refuseClimbing(member, where);
        if (!entry.isDirectory()) {
          unpacked += member(zip, name, member, folderName, most - unpacked, depth);
        }
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw refused("a ZIP archive", "a damaged one: " + e.getMessage(), name, "make it again");
    } catch (IOException e) {
      throw refused("a ZIP archive", "one that is cut off", name, "make it again");
    }
  }

  /** Returns how many bytes a member has. */
  private long member(
      ZipInputStream zip,
      String archive,
      String member,
      Optional<String> folderName,
      long most,
      int depth)
      throws IOException {
    String where = archive + "!" + member;
    int slash = member.lastIndexOf('/');
    String inside = slash < 0 ? "" : member.substring(0, slash);
    Optional<String> own =
        slash < 0 ? folderName : serverName(inside.substring(inside.lastIndexOf('/') + 1));
    try {
      byte[] bytes = bytes(zip, where, most);
      add(where, archive + "!" + inside, own, bytes, depth);
      return bytes.length;
    } catch (TooLarge e) {
      unread(where, tooLarge(e.start));
      return skipped(zip, where, e.start.length, most);
    }
  }

  /** What is not kept is counted all the same: it may be the archive that swells. */
  private long skipped(ZipInputStream zip, String where, long before, long most)
      throws IOException {
    byte[] piece = new byte[8192];
    long size = before;
    for (int read = zip.read(piece); read >= 0; read = zip.read(piece)) {
      size += read;
      if (size > most) {
        throw swelling(where);
      }
    }
    return size;
  }

  /** Without the directory at its end nothing tells how many members are missing. */
  private static boolean hasEnd(byte[] packed) {
    for (int at = packed.length - BYTES_OF_END; at >= 0; at--) {
      if (packed[at] == 'P'
          && packed[at + 1] == 'K'
          && packed[at + 2] == 5
          && packed[at + 3] == 6) {
        return true;
      }
    }
    return false;
  }

  /**
   * Names that do not say that they are UTF-8 come in whatever the packing machine used, one
   * character a byte. None is a reason to read nothing, and none may steer a terminal.
   */
  private static String name(ZipEntry entry) {
    String name = entry.getName();
    if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(name)) {
      ByteBuffer bytes = ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1));
      try {
        name = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      } catch (CharacterCodingException e) {
        return printable(name);
      }
    }
    return printable(name);
  }

  private static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}|[\\x80-\\x9f]", "?");
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
      throw swelling(name);
    }
    if (bytes.length > limits.bytesOfFile()) {
      throw new TooLarge(bytes);
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

  private InvalidFactsException swelling(String name) {
    return refused(
        "an archive that unpacks to no more than " + limits.ratio() + " times its size",
        "more",
        name,
        null);
  }

  private String tooLarge(byte[] start) {
    return "is larger than " + limits.bytesOfFile() / Limits.MIB + " MiB; " + advice(start);
  }

  private static String advice(byte[] start) {
    return isArchive(start)
        ? "unpack it and hand over the folder"
        : "cut off what is older than the failure";
  }

  private static InvalidFactsException refused(
      String expected, String found, String where, @Nullable String hint) {
    return new InvalidFactsException(List.of(new Fault(expected, found, Source.of(where), hint)));
  }

  /** A file is larger than what is read of one. */
  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient byte[] start;

    TooLarge(byte[] start) {
      this.start = start;
    }
  }
}
