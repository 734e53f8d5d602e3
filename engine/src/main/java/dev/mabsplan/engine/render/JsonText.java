package dev.mabsplan.engine.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** JSON as mabsplan prints it: indented by two, lines ended by a line feed everywhere. */
public final class JsonText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonText() {}

  /** Returns maps, lists, texts, numbers and truth values as a document. */
  public static String of(Map<String, ?> document) {
    try {
      return JSON.writer(printer()).writeValueAsString(document) + '\n';
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a document of other things than JSON has", e);
    }
  }

  /** Returns maps, lists, texts, numbers and truth values on one line, without a line feed. */
  public static String line(Map<String, ?> document) {
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a document of other things than JSON has", e);
    }
  }

  static PrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }
}
