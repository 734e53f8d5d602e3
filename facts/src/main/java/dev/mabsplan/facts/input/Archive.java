package dev.mabsplan.facts.input;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP archive, read member by member. What it claims of itself is not believed; what comes out of
 * it is counted.
 */
final class Archive {

  /** Takes what is in an archive. */
  interface Reader {

    /**
     * Takes a member.
     *
     * @param path its path in the archive, with slashes
     * @param in what is in it, of which no more need be read than is wanted
     */
    void read(String path, InputStream in) throws IOException;
  }

  /** An archive is cut off or damaged. */
  static final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    Damaged(String what) {
      super(what);
    }
  }

  /** What comes out of an archive is more than is read, or leads out of it. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    Refused(String expected, String found, String where, String hint) {
      this.fault = new Fault(expected, found, Source.of(where), hint);
    }

    Fault fault() {
      return fault;
    }
  }

  /** How many bytes tell that something is an archive. */
  static final int BYTES_OF_START = 4;

  /** Bytes of the shortest record that ends an archive, and of the longest. */
  private static final int BYTES_OF_END = 22;

  private static final int MOST_BYTES_OF_END = BYTES_OF_END + 0xFFFF;

  private final String name;
  private final Limits limits;

  /** The archive that it lies in, out of which comes what comes out of this one. */
  private final @Nullable Archive outer;

  /** How many bytes may still come out of it. */
  private long left;

  /**
   * Makes an archive.
   *
   * @param name its path, with the archives it lies in before {@code !}
   * @param packed how many bytes it has
   */
  Archive(String name, long packed, Limits limits) {
    this(name, limits, null, Math.max(limits.smallest(), packed * limits.ratio()));
  }

  private Archive(String name, Limits limits, @Nullable Archive outer, long left) {
    this.name = name;
    this.limits = limits;
    this.outer = outer;
    this.left = left;
  }

  /**
   * Makes an archive that lies in this one: many small ones may not swell to what one may not.
   *
   * @param name its path, with the archives it lies in before {@code !}
   */
  Archive within(String name) {
    return new Archive(name, limits, this, left);
  }

  private boolean take(long bytes) {
    left -= bytes;
    return (outer == null || outer.take(bytes)) && left >= 0;
  }

  /** Returns whether what begins with these bytes is an archive, whatever it is called. */
  static boolean begins(byte[] start) {
    return start.length >= BYTES_OF_START
        && start[0] == 'P'
        && start[1] == 'K'
        && (start[2] == 3 || start[2] == 5)
        && (start[3] == 4 || start[3] == 6);
  }

  /**
   * Reads an archive that lies in a file.
   *
   * @throws Refused where a limit is passed, or a path leads out of it
   * @throws Damaged where it is cut off, before anything is read, or damaged
   */
  void read(Path file, Reader reader) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long end = channel.size();
      channel.position(Math.max(0, end - MOST_BYTES_OF_END));
      ByteBuffer last = ByteBuffer.allocate((int) Math.min(end, MOST_BYTES_OF_END));
      while (last.hasRemaining() && channel.read(last) >= 0) {
        // a channel may give less than was asked for
      }
      checkEnd(last.array());
    }
    try (InputStream in = Files.newInputStream(file)) {
      read(in, reader);
    }
  }

  /**
   * Reads an archive.
   *
   * @throws Refused where a limit is passed, or a path leads out of it
   * @throws Damaged where it is cut off, before anything is read, or damaged
   */
  void read(byte[] packed, Reader reader) throws IOException {
    checkEnd(packed);
    read(new ByteArrayInputStream(packed), reader);
  }

  private void read(InputStream packed, Reader reader) throws IOException {
    // names are taken as bytes first: which characters they are is found out below
    try (ZipInputStream zip = new ZipInputStream(packed, StandardCharsets.ISO_8859_1)) {
      for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
        String path = path(entry);
        if (!entry.isDirectory()) {
          InputStream counted = new Counted(zip, path);
          reader.read(path, counted);
          // what nobody wants is counted all the same: it may be what swells
          counted.transferTo(OutputStream.nullOutputStream());
        }
      }
    }
  }

  /** Without the directory at its end nothing tells how many members are missing. */
  private static void checkEnd(byte[] last) throws Damaged {
    for (int at = last.length - BYTES_OF_END; at >= 0; at--) {
      if (last[at] == 'P' && last[at + 1] == 'K' && last[at + 2] == 5 && last[at + 3] == 6) {
        return;
      }
    }
    throw new Damaged("cut off");
  }

  private static @Nullable ZipEntry next(ZipInputStream zip) throws Damaged {
    try {
      return zip.getNextEntry();
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  private static Damaged damaged(Exception e) {
    if (String.valueOf(e.getMessage()).startsWith("encrypted")) {
      return new Damaged("encrypted, which nothing here can read");
    }
    return new Damaged(e instanceof EOFException ? "cut off" : "damaged: " + e.getMessage());
  }

  /** Returns the path of a member, which must stay in the archive. */
  private String path(ZipEntry entry) throws Refused {
    String path = decoded(entry.getName()).replace('\\', '/');
    if (path.startsWith("/")
        || path.matches("[A-Za-z]:.*")
        || List.of(path.split("/", -1)).contains("..")) {
      throw new Refused(
          "members that lie in the archive",
          "a path that leads out of it",
          name + "!" + path,
          "do not trust this archive; ask for another, or unpack it where nothing can be harmed");
    }
    return path;
  }

  /**
   * Names that do not say that they are UTF-8 come in whatever the packing machine used, one
   * character a byte. None is a reason to read nothing, and none may steer a terminal.
   */
  private static String decoded(String name) {
    String decoded = name;
    if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(name)) {
      ByteBuffer bytes = ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1));
      try {
        decoded = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      } catch (CharacterCodingException e) {
        decoded = name;
      }
    }
    return decoded.replaceAll("\\p{Cntrl}|[\\x80-\\x9f]", "?");
  }

  /** What comes out of a member, counted. */
  private final class Counted extends FilterInputStream {

    private final String path;

    Counted(InputStream member, String path) {
      super(member);
      this.path = path;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count;
      try {
        count = super.read(bytes, offset, length);
      } catch (IOException e) {
        throw damaged(e);
      }
      if (!take(Math.max(count, 0))) {
        throw new Refused(
            "an archive that unpacks to no more than " + limits.ratio() + " times its size",
            "more",
            name + "!" + path,
            "unpack it, leave out what swells, and hand over the folder");
      }
      return count;
    }
  }
}
