package dev.mabsplan.facts.fault;

import java.io.Serializable;

/**
 * Where something was read: for finding it again, never for deciding anything.
 *
 * @param file path of the file, with the member of an archive after {@code !}, or a name such as
 *     {@code standard input}
 * @param pointer JSON Pointer of the value in a JSON document; empty for its top and for other
 *     files
 * @param line line in the file from 1 on; 0 where unknown
 * @param column column in the line from 1 on, in UTF-16 units; 0 where unknown
 */
public record Source(String file, String pointer, int line, int column) implements Serializable {

  /** Returns the source that is a file as a whole. */
  public static Source of(String file) {
    return new Source(file, "", 0, 0);
  }

  /** Returns the source that is a line of a file. */
  public static Source of(String file, int line) {
    return new Source(file, "", line, 0);
  }

  /** Returns file, line and column as editors and compilers write them: {@code facts.json:12:7}. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
