package dev.mabsplan.facts.input;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.TextFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files at paths: a file itself, those in a folder, those in a ZIP archive and in
 * archives in it.
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

  private static final String IN_USE = "close what uses it, and try again";

  private static final String ONLY_WHAT_FAILS = "hand over only what is about the failing backup";

  private final Limits limits;
  private final List<FoundFile> files = new ArrayList<>();
  private final List<Remark> unread = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();
  private final Set<String> named = new HashSet<>();
  private long total;

  private FileFinder(Limits limits) {
    this.limits = limits;
  }

  /**
   * Finds files. One in a folder or an archive that can't be read, or is too large, stops nothing:
   * it is most often a log that nobody meant. A file that is named twice is read once.
   *
   * @throws InvalidFactsException where nothing is at a path, a limit is passed, or a file that was
   *     named itself is too large or a damaged archive
   * @throws UncheckedIOException where a path itself can't be read
   */
  static FoundFiles find(Collection<Path> paths, Limits limits) {
    FileFinder finder = new FileFinder(limits);
    // who names files of several folders, as FS01/* MABS01/*, means the folders
    boolean several =
        paths.stream().filter(Files::isRegularFile).map(FileFinder::parent).distinct().count() > 1;
    for (Path path : paths) {
      finder.named.add(path.toString());
      finder.named(path, several);
    }
    return new FoundFiles(finder.files, finder.unread);
  }

  /** Finds what is in a file that lies nowhere: itself, or its members where it is an archive. */
  static FoundFiles find(String name, byte[] bytes, Limits limits) {
    FileFinder finder = new FileFinder(limits);
    finder.named.add(name);
    try {
      finder.add(null, name, "", Optional.empty(), bytes, 0);
    } catch (Archive.Damaged e) {
      throw damaged(name, e);
    } catch (Archive.Refused e) {
      throw new InvalidFactsException(List.of(e.fault()));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be read", e);
    }
    return new FoundFiles(finder.files, finder.unread);
  }

  private void named(Path path, boolean byFolder) {
    try {
      if (Files.isDirectory(path)) {
        folder(path);
      } else if (Files.isRegularFile(path)) {
        file(path, byFolder ? serverName(path) : Optional.empty());
      } else {
        throw refused(
            "a file or a folder",
            Files.exists(path) ? "something else, such as a pipe" : "no such file",
            path.toString(),
            Files.exists(path)
                ? "read it from standard input, with -"
                : "see how its name is written");
      }
    } catch (TooLarge e) {
      throw refused(
          "files of no more than " + limits.bytesOfFile() / Limits.MIB + " MiB",
          "a larger one",
          path.toString(),
          e.advice());
    } catch (Archive.Damaged e) {
      throw damaged(path.toString(), e);
    } catch (Archive.Refused e) {
      throw new InvalidFactsException(List.of(e.fault()));
    } catch (FileSystemException e) {
      throw new UncheckedIOException(path + " can't be read", e);
    } catch (IOException e) {
      // such as a part of a log that its writer has locked
      throw refused(
          "a file that can be read", String.valueOf(e.getMessage()), path.toString(), IN_USE);
    }
  }

  private static InvalidFactsException damaged(String name, Archive.Damaged e) {
    return refused("a ZIP archive", "one that is " + e.getMessage(), name, advice(e));
  }

  private static String advice(Archive.Damaged e) {
    return String.valueOf(e.getMessage()).startsWith("encrypted")
        ? "unpack it and hand over the folder"
        : "make it again";
  }

  /** Links in it are not followed: they may lead anywhere, and round in circles. */
  private void folder(Path folder) throws IOException {
    for (Path path : below(folder)) {
      try {
        file(path, serverName(path));
      } catch (AccessDeniedException e) {
        unread(path.toString(), NOT_ALLOWED);
      } catch (TooLarge e) {
        unread(path.toString(), tooLarge(e));
      } catch (Archive.Damaged e) {
        unread(path.toString(), damaged(e));
      } catch (Archive.Refused e) {
        unread(e.fault());
      } catch (IOException e) {
        // a log that is in use, or that went away since it was listed
        unread(path.toString(), "can't be read; " + IN_USE);
      }
    }
  }

  private List<Path> below(Path folder) throws IOException {
    // who names a link means what it leads to
    Path root = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
    List<Path> all = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              all.add(folder.resolve(root.relativize(path)));
            }
            return all.size() > limits.files()
                ? FileVisitResult.TERMINATE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
            if (path.equals(root)) {
              throw e;
            }
            boolean denied = e instanceof AccessDeniedException;
            String name = folder.resolve(root.relativize(path)).toString();
            unread(name, denied ? NOT_ALLOWED : "can't be read");
            return FileVisitResult.CONTINUE;
          }
        });
    all.sort(Comparator.naturalOrder());
    return all;
  }

  private void unread(Fault fault) {
    unread(
        Objects.requireNonNull(fault.source()).file(),
        new Fault(fault.expected(), fault.found(), null, fault.hint()).message());
  }

  private void unread(String name, String why) {
    unread.add(new Remark(Remark.Kind.UNREAD, Source.of(name), why));
  }

  /** Returns the name of the folder that a file lies in, where that may be a server's. */
  private static Optional<String> serverName(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || folder.getFileName() == null
        ? Optional.empty()
        : serverName(folder.getFileName().toString());
  }

  private static Optional<String> serverName(String folder) {
    return folder.matches(NAME_OF_SERVER) && !NO_SERVERS.contains(folder.toLowerCase(Locale.ROOT))
        ? Optional.of(folder)
        : Optional.empty();
  }

  private static String parent(Path path) {
    Path parent = path.toAbsolutePath().normalize().getParent();
    return parent == null ? "" : parent.toString();
  }

  private void file(Path path, Optional<String> folderName) throws IOException {
    if (!seen.add(path.toRealPath())) {
      return;
    }
    String name = path.toString();
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(Archive.BYTES_OF_START);
      if (Archive.begins(start)) {
        long size = Files.size(path);
        if (size > limits.bytesInAll()) {
          throw new TooLarge(start);
        }
        Archive archive = new Archive(name, size, limits);
        archive.read(path, (member, of) -> member(archive, name, member, of, folderName, 1));
      } else {
        byte[] bytes = bytes(name, new SequenceInputStream(new ByteArrayInputStream(start), in));
        add(null, name, parent(path), folderName, bytes, 0);
      }
    }
  }

  /**
   * Adds a file, or the members of an archive that lies in another.
   *
   * @param outer the archive it lies in, where it lies in one
   * @param depth how many archives it lies in
   */
  private void add(
      @Nullable Archive outer,
      String name,
      String folder,
      Optional<String> folderName,
      byte[] bytes,
      int depth)
      throws IOException {
    if (!Archive.begins(bytes)) {
      if (files.size() >= limits.files()) {
        throw refused("no more than " + limits.files() + " files", "more", name, ONLY_WHAT_FAILS);
      }
      files.add(new FoundFile(TextFile.of(name, bytes), folder, folderName, named.contains(name)));
      return;
    }
    if (depth >= limits.depth()) {
      throw new Archive.Refused(
          "archives in archives no deeper than " + limits.depth(),
          "one deeper",
          name,
          "unpack it and hand over the folder");
    }
    Archive archive = outer == null ? new Archive(name, bytes.length, limits) : outer.within(name);
    archive.read(bytes, (member, of) -> member(archive, name, member, of, folderName, depth + 1));
  }

  private void member(
      Archive outer,
      String archive,
      String path,
      InputStream in,
      Optional<String> folderName,
      int depth)
      throws IOException {
    String name = archive + "!" + path;
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "" : path.substring(0, slash);
    Optional<String> own =
        slash < 0 ? folderName : serverName(folder.substring(folder.lastIndexOf('/') + 1));
    byte[] bytes;
    try {
      bytes = bytes(name, in);
    } catch (TooLarge e) {
      unread(name, tooLarge(e));
      return;
    }
    try {
      add(outer, name, archive + "!" + folder, own, bytes, depth);
    } catch (Archive.Damaged e) {
      unread(name, damaged(e));
    } catch (Archive.Refused e) {
      unread(e.fault());
    }
  }

  private byte[] bytes(String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes((int) limits.bytesOfFile() + 1);
    if (bytes.length > limits.bytesOfFile()) {
      throw new TooLarge(bytes);
    }
    total += bytes.length;
    if (total > limits.bytesInAll()) {
      throw refused(
          "no more than " + limits.bytesInAll() / Limits.MIB + " MiB in all",
          "more",
          name,
          ONLY_WHAT_FAILS);
    }
    return bytes;
  }

  private String tooLarge(TooLarge e) {
    return "is larger than " + limits.bytesOfFile() / Limits.MIB + " MiB; " + e.advice();
  }

  private static String damaged(Archive.Damaged e) {
    return "is a ZIP archive that is " + e.getMessage() + "; " + advice(e);
  }

  private static InvalidFactsException refused(
      String expected, String found, String where, String hint) {
    return new InvalidFactsException(List.of(new Fault(expected, found, Source.of(where), hint)));
  }

  /** A file is larger than what is read of one. */
  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient byte[] start;

    TooLarge(byte[] start) {
      this.start = start;
    }

    String advice() {
      return Archive.begins(start)
          ? "unpack it and hand over the folder"
          : "cut off what is older than the failure";
    }
  }
}
