package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A file that was read by one format, and what came of it, as facts of the server FS01. */
record NativeSample(Notes notes) {

  static final String SERVER = "FS01";

  /** Returns a sample by its path in this package. */
  static TextFile file(String path) {
    try (InputStream in = NativeSample.class.getResourceAsStream(path)) {
      return TextFile.of(path, Objects.requireNonNull(in, path).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TextFile text(String text) {
    return TextFile.of("sample", text.getBytes(StandardCharsets.UTF_8));
  }

  static NativeSample read(NativeFormat format, TextFile file) {
    Notes notes = new Notes();
    format.read(file, notes);
    return new NativeSample(notes);
  }

  List<Fact> facts() {
    return notes.facts.stream().map(noted -> noted.of().apply(SERVER)).toList();
  }

  /** Returns the line of each fact. */
  List<Integer> lines() {
    return notes.facts.stream().map(noted -> noted.source().line()).toList();
  }

  List<String> unread() {
    return remarks(Remark.Kind.UNREAD);
  }

  List<String> unused() {
    return remarks(Remark.Kind.UNUSED);
  }

  /** Returns the remarks of a kind, each after its line. */
  private List<String> remarks(Remark.Kind kind) {
    return notes.remarks.stream()
        .filter(remark -> remark.kind() == kind)
        .map(remark -> remark.source().line() + ": " + remark.text())
        .toList();
  }
}
