package dev.mabsplan.facts.windows;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A file as Windows wrote it, and what one format reads in it. */
record ServiceSample(TextFile file, Notes notes) {

  /** Every sample of services and features, by the folder that its format has. */
  static final List<String> ALL =
      List.of(
          "get-service/compressed.json",
          "get-service/single.json",
          "get-service/words-swedish.json",
          "get-service/whole-5.1.json",
          "get-service/whole-7.json",
          "get-service/remote.json",
          "get-service/odd-values.json",
          "get-service/junk-inside.json",
          "win32-service/selected.json",
          "win32-service/whole.json",
          "sc/query.txt",
          "sc/query-several.txt",
          "sc/queryex.txt",
          "sc/qc.txt",
          "sc/console.txt",
          "sc/not-installed-swedish.txt",
          "sc/not-installed-unnamed.txt",
          "sc/query-spanish.txt",
          "sc/damaged.txt",
          "windows-feature/selected.json",
          "windows-feature/words.json",
          "windows-feature/numbers.json",
          "windows-feature/whole.json",
          "windows-optional-feature/numbers.json",
          "windows-optional-feature/single-words.json",
          "windows-optional-feature/image.json");

  static TextFile file(String name) {
    try (InputStream in = ServiceSample.class.getResourceAsStream(name)) {
      return TextFile.of(name, Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ServiceSample read(NativeFormat format, TextFile file) {
    assertTrue(format.fits(file), () -> format.name() + " takes " + file.name() + " for its own");
    Notes notes = new Notes();
    format.read(file, notes);
    return new ServiceSample(file, notes);
  }

  static ServiceSample read(NativeFormat format, String name) {
    return read(format, file(name));
  }

  static ServiceSample readText(NativeFormat format, String... lines) {
    String text = String.join("\r\n", lines);
    return read(format, TextFile.of("pasted", text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns the facts with their lines, those that name no server as facts of FS01. */
  List<String> facts() {
    return notes.facts.stream()
        .map(fact -> fact.source().line() + ": " + fact.of().apply(fact.server().orElse("FS01")))
        .toList();
  }

  List<String> unread() {
    return remarks(Remark.Kind.UNREAD);
  }

  List<String> unused() {
    return remarks(Remark.Kind.UNUSED);
  }

  private List<String> remarks(Remark.Kind kind) {
    return notes.remarks.stream()
        .filter(remark -> remark.kind() == kind)
        .map(remark -> remark.source().line() + ": " + remark.text())
        .toList();
  }
}
