package dev.mabsplan.facts.format;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.fault.Remark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file that one format read, and what came of it, as facts of the server FS01. */
public record Sample(TextFile file, Notes notes) {

  public static final String SERVER = "FS01";

  /** What stands on a line. */
  public record At(int line, Object what) {}

  /** Returns a sample by its path among the samples. */
  public static TextFile file(String path) {
    try (InputStream in = Sample.class.getResourceAsStream("/dev/mabsplan/facts/samples/" + path)) {
      return TextFile.of(path, Objects.requireNonNull(in, path).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TextFile text(String text) {
    return TextFile.of("sample", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what may not fit, as a format must be able to. */
  public static Sample read(NativeFormat format, TextFile file) {
    Notes notes = new Notes();
    format.read(file, notes);
    return new Sample(file, notes);
  }

  /** Reads a text that may not fit. */
  public static Sample read(NativeFormat format, String text) {
    return read(format, text(text));
  }

  /** Reads what must fit. */
  public static Sample fitting(NativeFormat format, TextFile file) {
    assertTrue(format.fits(file), () -> format.name() + " does not fit " + file.name());
    return read(format, file);
  }

  public static Sample fitting(NativeFormat format, String path) {
    return fitting(format, file(path));
  }

  /** Reads lines as a person pastes them, which must fit. */
  public static Sample pasted(NativeFormat format, String... lines) {
    return fitting(format, text(String.join("\r\n", lines)));
  }

  public List<Fact> facts() {
    return factsAt().stream().map(at -> (Fact) at.what()).toList();
  }

  public List<At> factsAt() {
    return notes.facts().stream()
        .map(
            noted ->
                new At(
                    noted.source().line(),
                    noted.of().apply(noted.server().orElseGet(this::server))))
        .toList();
  }

  private String server() {
    return notes.hosts().stream().map(Notes.NotedHost::name).findFirst().orElse(SERVER);
  }

  /** Returns the facts, each after its line. */
  public List<String> factLines() {
    return factsAt().stream().map(at -> at.line() + ": " + at.what()).toList();
  }

  public <T extends Fact> List<T> facts(Class<T> kind) {
    return facts().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Returns the line of each fact. */
  public List<Integer> lines() {
    return factsAt().stream().map(At::line).toList();
  }

  public List<ReportedError> errors() {
    return notes.errors().stream().map(Notes.NotedError::error).toList();
  }

  public List<At> errorTexts() {
    return notes.errors().stream()
        .map(noted -> new At(noted.source().line(), String.valueOf(noted.error().text())))
        .toList();
  }

  /** Returns the errors, each as its line and the fields that it has. */
  public List<String> errorLines() {
    return notes.errors().stream()
        .map(noted -> noted.source().line() + ": " + fields(noted.error()))
        .toList();
  }

  private static String fields(ReportedError error) {
    List<String> fields = new ArrayList<>();
    add(fields, "id", error.id());
    add(fields, "code", error.code());
    add(fields, "name", error.name());
    add(fields, "message", error.message());
    add(fields, "operation", error.operation());
    add(fields, "product", error.product());
    add(fields, "reportedBy", error.reportedBy());
    add(fields, "server", error.server());
    add(fields, "dataSource", error.dataSource());
    add(fields, "text", error.text());
    add(fields, "occurredAt", error.occurredAt());
    return String.join(" | ", fields);
  }

  private static void add(List<String> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.add(name + " " + value.toString().replace("\n", "⏎"));
    }
  }

  public List<At> remarks(Remark.Kind kind) {
    return notes.remarks().stream()
        .filter(remark -> remark.kind() == kind)
        .map(remark -> new At(remark.source().line(), remark.text()))
        .toList();
  }

  /** Returns the remarks, each with its kind and line. */
  public List<String> remarkLines() {
    return notes.remarks().stream()
        .map(remark -> remark.kind() + " " + remark.source().line() + ": " + remark.text())
        .toList();
  }

  /** Returns what could not be read, each after its line. */
  public List<String> unread() {
    return lines(Remark.Kind.UNREAD);
  }

  /** Returns what says nothing that is a fact, each after its line. */
  public List<String> unused() {
    return lines(Remark.Kind.UNUSED);
  }

  /** Returns what was left out since it is secret, each after its line. */
  public List<String> secret() {
    return lines(Remark.Kind.SECRET);
  }

  private List<String> lines(Remark.Kind kind) {
    return remarks(kind).stream().map(at -> at.line() + ": " + at.what()).toList();
  }
}
