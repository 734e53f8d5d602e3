package dev.mabsplan.facts.tree;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that stand beside a class in its jar: schemas, templates, words. */
public final class TextBeside {

  private TextBeside() {}

  /**
   * Returns the text of a file.
   *
   * @param name its path from the folder of the class
   * @throws IllegalStateException where there is none, which is a fault of the build
   */
  public static String read(Class<?> type, String name) {
    try (InputStream in = type.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + name + " beside " + type.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
