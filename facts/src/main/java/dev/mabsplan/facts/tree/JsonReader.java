package dev.mabsplan.facts.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.tree.Node.Field;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import dev.mabsplan.facts.tree.Node.Scalar.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads bytes or text into a {@link Node}; ends with the first fault, since what follows is
 * guesswork.
 */
public final class JsonReader {

  /** What a fault says was found where a document is cut off. */
  public static final String END = "the end of the file";

  private static final int LIMIT_MIB = 16;
  private static final int LIMIT = LIMIT_MIB * 1024 * 1024;
  private static final int MAXIMUM_DEPTH = 50;

  private static final String A_VALUE =
      "a value: a text in double quotes, a number, true, false, a list or an object";
  private static final String TWO_BACKSLASHES =
      "in JSON a backslash is written twice: \"D:\\\\backup\"";

  // size and depth are counted here, with faults that say what to do
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final String file;
  private final String text;
  private final int linesAbove;

  /** The documents that were read whole. */
  private final List<Node> documents = new ArrayList<>();

  /**
   * The items of a list that is the whole document, or the first field {@code value} of it, as far
   * as they were read.
   */
  private List<Node> itemsOfDocument = List.of();

  private JsonReader(String file, String text, int linesAbove) {
    this.file = file;
    this.text = text;
    this.linesAbove = linesAbove;
  }

  /**
   * Reads a document as text, in UTF-8 or UTF-16 by its mark.
   *
   * @throws InvalidFactsException where it is neither, or too large
   */
  public static String text(String file, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw tooLarge(file);
    }
    return decode(file, bytes);
  }

  /**
   * Reads a document.
   *
   * @throws InvalidFactsException where it is no JSON, or too large, or too deep
   */
  public static Node read(String file, String text) {
    if (text.length() > LIMIT) {
      throw tooLarge(file);
    }
    return new JsonReader(file, withoutMark(text), 0).document();
  }

  /**
   * What could be read of documents that stand one behind the other.
   *
   * @param documents those that are whole
   * @param items of a damaged list, which is a document or the field {@code value} it begins with,
   *     the values that end before the damage
   * @param damage the first fault; nothing where there is none
   */
  public record AsFarAsRead(List<Node> documents, List<Node> items, Optional<Fault> damage) {}

  /**
   * Reads documents, as appending to a file puts them one behind the other; of a list that is
   * damaged, what stands before the damage.
   *
   * @param linesAbove how many lines of the file stand above the text
   */
  public static AsFarAsRead readAsFarAsPossible(String file, String text, int linesAbove) {
    JsonReader reader = new JsonReader(file, withoutMark(text), linesAbove);
    try {
      if (text.length() > LIMIT) {
        throw tooLarge(file);
      }
      reader.all();
      return new AsFarAsRead(List.copyOf(reader.documents), List.of(), Optional.empty());
    } catch (InvalidFactsException e) {
      return new AsFarAsRead(
          List.copyOf(reader.documents),
          List.copyOf(reader.itemsOfDocument),
          Optional.of(e.faults().get(0)));
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static InvalidFactsException tooLarge(String file) {
    return fault(
        "a facts document of no more than " + LIMIT_MIB + " MiB",
        "a larger one",
        Source.of(file),
        "leave out what is not about the failing backup");
  }

  private static InvalidFactsException fault(
      String expected, String found, Source source, @Nullable String hint) {
    return new InvalidFactsException(List.of(new Fault(expected, found, source, hint)));
  }

  private static String decode(String file, byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decode(file, bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decode(file, bytes, 2, StandardCharsets.UTF_16BE);
    }
    int mark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    return decode(file, bytes, mark, StandardCharsets.UTF_8);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static String decode(String file, byte[] bytes, int from, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
    CoderResult result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String decoded = out.flip().toString();
    if (result.isError()) {
      int line = 1 + (int) decoded.chars().filter(c -> c == '\n').count();
      int column = decoded.length() - decoded.lastIndexOf('\n');
      throw fault(
          charset + " text",
          String.format("the byte 0x%02X, which does not belong to it", bytes[in.position()]),
          new Source(file, "", line, column),
          "save the file as UTF-8");
    }
    return decoded;
  }

  private Node document() {
    try (JsonParser parser = JSON.createParser(text.toCharArray())) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw nothing();
      }
      Node document = value(parser, first, source(parser, ""), 1);
      refuseMore(parser);
      return document;
    } catch (JsonProcessingException e) {
      throw broken(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InvalidFactsException nothing() {
    return fault(
        "a facts document",
        text.isEmpty() ? "an empty file" : "nothing but white space",
        Source.of(file),
        "the smallest useful one is {\"errors\": [{\"text\": \"what the console said\"}]}");
  }

  private void all() {
    try (JsonParser parser = JSON.createParser(text.toCharArray())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        documents.add(value(parser, token, source(parser, ""), 1));
        itemsOfDocument = List.of();
      }
      if (documents.isEmpty()) {
        throw nothing();
      }
    } catch (JsonProcessingException e) {
      throw broken(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseMore(JsonParser parser) throws IOException {
    JsonLocation location;
    try {
      if (parser.nextToken() == null) {
        return;
      }
      location = parser.currentTokenLocation();
    } catch (JsonProcessingException e) {
      location = e.getLocation();
    }
    throw fault(
        "nothing after the facts document",
        characterAt(location),
        source(location),
        "one file holds one document");
  }

  private Node value(JsonParser parser, JsonToken token, Source source, int depth)
      throws IOException {
    return switch (token) {
      case START_OBJECT -> object(parser, source, deeper(source, depth));
      case START_ARRAY -> array(parser, source, deeper(source, depth));
      case VALUE_STRING -> new Scalar(source, parser.getText(), Kind.TEXT);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Scalar(source, parser.getText(), Kind.NUMBER);
      case VALUE_TRUE, VALUE_FALSE -> new Scalar(source, parser.getText(), Kind.BOOLEAN);
      case VALUE_NULL -> new Scalar(source, "", Kind.NOTHING);
      default -> throw new IllegalStateException("a value cannot begin with " + token);
    };
  }

  private int deeper(Source source, int depth) {
    if (depth > MAXIMUM_DEPTH) {
      throw fault(
          "no more than " + MAXIMUM_DEPTH + " levels of objects and lists",
          "one more",
          new Source(file, "", source.line(), source.column()),
          null);
    }
    return depth + 1;
  }

  private Mapping object(JsonParser parser, Source source, int depth) throws IOException {
    List<Field> fields = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String pointer = below(source, name);
      Source key = source(parser, pointer);
      JsonToken token = parser.nextToken();
      fields.add(new Field(key, name, value(parser, token, source(parser, pointer), depth)));
    }
    return new Mapping(source, fields);
  }

  private static String below(Source source, String name) {
    boolean plain = name.indexOf('/') < 0 && name.indexOf('~') < 0;
    return source.pointer() + '/' + (plain ? name : name.replace("~", "~0").replace("/", "~1"));
  }

  private Items array(JsonParser parser, Source source, int depth) throws IOException {
    List<Node> items = new ArrayList<>();
    if (isOfDocument(source)) {
      itemsOfDocument = items;
    }
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      Source item = source(parser, source.pointer() + '/' + items.size());
      items.add(value(parser, token, item, depth));
    }
    return new Items(source, items);
  }

  /** PowerShell 5.1 wraps some lists in an object. */
  private boolean isOfDocument(Source source) {
    return source.pointer().isEmpty()
        || (source.pointer().equals("/value") && itemsOfDocument.isEmpty());
  }

  private Source source(JsonParser parser, String pointer) {
    JsonLocation location = parser.currentTokenLocation();
    return new Source(file, pointer, line(location), location.getColumnNr());
  }

  private int line(JsonLocation location) {
    return linesAbove + location.getLineNr();
  }

  private Source source(JsonLocation location) {
    return new Source(file, "", line(location), location.getColumnNr());
  }

  /** Says in the words of someone who writes JSON by hand what the parser stumbled over. */
  private InvalidFactsException broken(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    String message = e.getOriginalMessage();
    String found = characterAt(location);
    String hint = null;
    String expected;
    if (message.contains("character escape")) {
      expected = "an escape such as \\\\, \\\" or \\n";
      hint = TWO_BACKSLASHES;
    } else if (message.contains("end-of-input")) {
      expected = missingAtEnd(message);
      hint = "the document seems to be cut off";
    } else if (message.contains("maybe a (non-standard) comment")) {
      expected = "a value or a field name";
      hint = "JSON has no comments";
    } else if (message.contains("to start field name")) {
      expected = "a field name in double quotes";
      hint = found.equals("}") ? "leave out the comma before it" : null;
    } else if (message.contains("comma to separate Object")) {
      expected = "a comma or }";
    } else if (message.contains("comma to separate Array")) {
      expected = "a comma or ]";
    } else if (message.contains("a colon to separate")) {
      expected = "a colon between a field name and its value";
    } else if (message.contains("close marker ']'")) {
      expected = "}";
    } else if (message.contains("close marker '}'")) {
      expected = "]";
    } else if (message.contains("Illegal unquoted character")) {
      expected = "a text that ends with a double quote on its own line";
      hint = "in JSON a line break in a text is written \\n, a tab \\t";
    } else if (message.contains("numeric value")) {
      expected = "a number such as 0, -5 or 0.5";
    } else if (message.startsWith("Non-standard token")) {
      expected = A_VALUE;
      found = "NaN or infinity";
      hint = "JSON has finite numbers only";
    } else if (message.contains("expected a value")
        || message.contains("expected a valid value")
        || message.contains("token '")) {
      expected = A_VALUE;
      found = wordAt(location);
      hint = found.equals("]") || found.equals("}") ? "leave out the comma before it" : null;
    } else {
      expected = "JSON";
      found = Fault.shorten(message);
    }
    if (found.equals("'") || found.equals("\u201C") || found.equals("\u201D")) {
      hint = "JSON takes straight double quotes only";
    }
    return fault(expected, found, source(location), hint);
  }

  private static String missingAtEnd(String message) {
    if (message.contains("closing quote")) {
      return "a closing double quote";
    }
    if (message.contains("for Object")) {
      return "}";
    }
    return message.contains("for Array") ? "]" : "more";
  }

  private String characterAt(JsonLocation location) {
    int offset = offset(location);
    if (offset >= text.length()) {
      return END;
    }
    int character = text.codePointAt(offset);
    return switch (character) {
      case '\n', '\r' -> "a line break";
      case '\t' -> "a tab";
      default -> Character.toString(character);
    };
  }

  private String wordAt(JsonLocation location) {
    int start = offset(location);
    int end = start;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end == start ? characterAt(location) : Fault.shorten(text.substring(start, end));
  }

  private int offset(JsonLocation location) {
    return (int) Math.min(Math.max(location.getCharOffset(), 0), text.length());
  }
}
