package dev.mabsplan.facts.windows;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.ReportedError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A sample, read by one format: what it says of server FS01, and on which line. */
final class FormatReading {

  /** What stands on a line. */
  record At(int line, Object what) {}

  private final Notes notes = new Notes();

  private FormatReading() {}

  static FormatReading of(NativeFormat format, String sample) {
    return of(format, file(sample));
  }

  static FormatReading of(NativeFormat format, TextFile file) {
    assertTrue(format.fits(file), () -> format.name() + " does not fit " + file.name());
    FormatReading reading = new FormatReading();
    format.read(file, reading.notes);
    return reading;
  }

  static TextFile file(String sample) {
    try (InputStream in = FormatReading.class.getResourceAsStream(sample)) {
      if (in == null) {
        throw new IllegalArgumentException("no sample " + sample);
      }
      return TextFile.of(sample, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Notes notes() {
    return notes;
  }

  List<At> facts() {
    return notes.facts.stream()
        .map(noted -> new At(noted.source().line(), noted.of().apply("FS01")))
        .toList();
  }

  <T extends Fact> List<T> facts(Class<T> kind) {
    return facts().stream().map(At::what).filter(kind::isInstance).map(kind::cast).toList();
  }

  List<At> errorTexts() {
    return notes.errors.stream()
        .map(noted -> new At(noted.source().line(), String.valueOf(noted.error().text())))
        .toList();
  }

  List<ReportedError> errors() {
    return notes.errors.stream().map(Notes.NotedError::error).toList();
  }

  List<At> remarks(Remark.Kind kind) {
    return notes.remarks.stream()
        .filter(remark -> remark.kind() == kind)
        .map(remark -> new At(remark.source().line(), remark.text()))
        .toList();
  }
}
