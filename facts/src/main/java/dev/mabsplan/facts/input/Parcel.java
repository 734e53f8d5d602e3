package dev.mabsplan.facts.input;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.TextFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Files that are found in one program and read in another of the same version: one that has no rule
 * packs at hand lets one that has them read, and neither needs to reach the files of the other.
 */
public final class Parcel {

  private final FoundFiles found;

  private Parcel(FoundFiles found) {
    this.found = found;
  }

  /**
   * Finds the files at paths: files, and what is in folders and ZIP archives.
   *
   * @throws InvalidFactsException where nothing is at a path, or a limit is passed
   */
  public static Parcel of(Collection<Path> paths) {
    FoundFiles found = FileFinder.find(paths, Limits.USUAL);
    if (found.files().isEmpty() && found.unread().isEmpty()) {
      throw new InvalidFactsException(
          paths.stream()
              .map(
                  path ->
                      new Fault(
                          "a folder or archive with files",
                          "none in it",
                          Source.of(path.toString()),
                          null))
              .toList());
    }
    return new Parcel(found);
  }

  /**
   * Finds what is in one file that lies nowhere, such as standard input.
   *
   * @throws InvalidFactsException where it is an archive that can't be read, or a limit is passed
   */
  public static Parcel of(String name, byte[] bytes) {
    return new Parcel(FileFinder.find(name, bytes, Limits.USUAL));
  }

  FoundFiles found() {
    return found;
  }

  /** Returns it as bytes. */
  public byte[] packed() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(found.files().size());
      for (FoundFile file : found.files()) {
        write(out, file.name());
        write(out, file.folder());
        write(out, file.folderName().orElse(""));
        out.writeBoolean(file.named());
        write(out, file.text().text());
      }
      out.writeInt(found.unread().size());
      for (Remark remark : found.unread()) {
        write(out, remark.source().file());
        write(out, remark.text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory can't be written", e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Returns what was {@link #packed}.
   *
   * @throws InvalidFactsException where the bytes are none that this version packs, or unpack to
   *     more than is read of what somebody hands over
   */
  public static Parcel unpacked(byte[] packed) {
    return unpacked(packed, Limits.USUAL);
  }

  static Parcel unpacked(byte[] packed, Limits limits) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new Unpacking(new DataInputStream(in), limits).parcel();
    } catch (IOException e) {
      throw new InvalidFactsException(
          List.of(
              new Fault(
                  "files as mabsplan of this version packs them",
                  "something else, or more than is read",
                  null,
                  null)));
    }
  }

  /** What the bytes claim of themselves is not believed. */
  private static final class Unpacking {

    private final DataInputStream in;
    private final Limits limits;
    private long left;

    Unpacking(DataInputStream in, Limits limits) {
      this.in = in;
      this.limits = limits;
      this.left = limits.bytesInAll();
    }

    Parcel parcel() throws IOException {
      List<FoundFile> files = new ArrayList<>();
      for (int n = number(limits.files()); n > 0; n--) {
        files.add(file());
      }
      List<Remark> unread = new ArrayList<>();
      // as many as a folder may hold, and for each as many members as an archive may
      for (int n = number(Integer.MAX_VALUE); n > 0; n--) {
        unread.add(new Remark(Remark.Kind.UNREAD, Source.of(text()), text()));
      }
      if (in.read() >= 0) {
        throw new IOException("more behind it");
      }
      return new Parcel(new FoundFiles(files, unread));
    }

    private FoundFile file() throws IOException {
      String name = text();
      String folder = text();
      Optional<String> folderName = Optional.of(text()).filter(known -> !known.isEmpty());
      boolean named = in.readBoolean();
      return new FoundFile(new TextFile(name, text()), folder, folderName, named);
    }

    private String text() throws IOException {
      int length = number(left);
      left -= length;
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new IOException("cut off");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }

    private int number(long most) throws IOException {
      int number = in.readInt();
      if (number < 0 || number > most) {
        throw new IOException("no number up to " + most);
      }
      return number;
    }
  }
}
