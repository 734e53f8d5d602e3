package dev.mabsplan.facts.document;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.privacy.Messages;
import dev.mabsplan.facts.tree.JsonReader;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.TextBeside;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads and writes facts documents, whose form the {@linkplain #schema() JSON Schema} describes.
 *
 * <p>Every method that reads throws {@link InvalidFactsException} with all that is wrong with the
 * document, each with line and column; there are never partial facts. What is secret in a text is
 * replaced by a mark, whatever field it stands in. A document is UTF-8, or UTF-16 with a byte order
 * mark, of up to 16 MiB.
 */
public final class FactsDocument {

  static final String UNKNOWN_ROLE = "unknown";

  private static final String SCHEMA = "/dev/mabsplan/facts/facts.schema.json";

  private FactsDocument() {}

  /**
   * Reads a file.
   *
   * @throws InvalidFactsException where the file cannot be read or is no facts document
   */
  public static Facts read(Path file) {
    return read(file, Messages.NONE);
  }

  /**
   * Reads a file.
   *
   * @param messages tells what is no secret, though it stands where one does
   * @throws InvalidFactsException where the file cannot be read or is no facts document
   */
  public static Facts read(Path file, Messages messages) {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw unreadable(name, "a directory");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return reading(name, in, messages).facts();
    } catch (NoSuchFileException e) {
      throw unreadable(name, "no such file");
    } catch (AccessDeniedException e) {
      throw unreadable(name, "a file that this user may not read");
    } catch (IOException e) {
      throw unreadable(name, "a file that cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads a stream to its end, or to the limit. Does not close it.
   *
   * @param name what faults and sources call it, such as {@code standard input}
   * @throws InvalidFactsException where the stream cannot be read or is no facts document
   */
  public static Facts read(String name, InputStream in) {
    return reading(name, in).facts();
  }

  /**
   * Reads a stream to its end, or to the limit, and tells what was left out. Does not close it.
   *
   * @param name what faults and sources call it, such as {@code standard input}
   * @throws InvalidFactsException where the stream cannot be read or is no facts document
   */
  public static Reading reading(String name, InputStream in) {
    return reading(name, in, Messages.NONE);
  }

  /**
   * Reads a stream to its end, or to the limit, and tells what was left out. Does not close it.
   *
   * @param name what faults and sources call it, such as {@code standard input}
   * @param messages tells what is no secret, though it stands where one does
   * @throws InvalidFactsException where the stream cannot be read or is no facts document
   */
  public static Reading reading(String name, InputStream in, Messages messages) {
    try {
      return reading(name, JsonReader.text(name, in), messages);
    } catch (IOException e) {
      throw unreadable(name, "one that cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads a document that is a string already.
   *
   * @throws InvalidFactsException where it is no facts document
   */
  public static Facts parse(String json) {
    return parse(json, Messages.NONE);
  }

  /**
   * Reads a document that is a string already.
   *
   * @param messages tells what is no secret, though it stands where one does
   * @throws InvalidFactsException where it is no facts document
   */
  public static Facts parse(String json, Messages messages) {
    return reading("facts document", json, messages).facts();
  }

  private static Reading reading(String name, String text, Messages messages) {
    return reading(json(name, text), messages);
  }

  static Reading reading(Node document, Messages messages) {
    DocumentSecrets secrets = new DocumentSecrets(messages);
    return new Reading(Binder.bind(secrets.removedFrom(document)), secrets.leftOut());
  }

  private static Node json(String name, String text) {
    try {
      return JsonReader.read(name, text);
    } catch (InvalidFactsException e) {
      throw DocumentSecrets.removedFrom(e, text);
    }
  }

  /**
   * What was read of a document.
   *
   * @param facts what it says
   * @param leftOut what was secret and is not in the facts
   */
  public record Reading(Facts facts, List<LeftOut> leftOut) {
    public Reading {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * Secrets of one kind that were left out.
   *
   * @param source where the first was
   * @param what what kind of secret, in words
   * @param count how many there were
   */
  public record LeftOut(Source source, String what, int count) {}

  private static InvalidFactsException unreadable(String name, String found) {
    return new InvalidFactsException(
        List.of(new Fault("a facts document", found, Source.of(name), null)));
  }

  /** Returns a document that reads back as equal facts. Where they were read is not in it. */
  public static String write(Facts facts) {
    return new JsonWriter(facts).document();
  }

  /** Returns the JSON Schema (2020-12) of a facts document. */
  public static String schema() {
    return TextBeside.read(FactsDocument.class, SCHEMA);
  }
}
