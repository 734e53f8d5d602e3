package dev.mabsplan.engine.report;

import dev.mabsplan.engine.pack.Meant;
import java.util.List;
import java.util.Optional;

/** Writes for people what the keys of a document mean. */
public final class KeysText {

  private static final int INDENT = 2;

  private KeysText() {}

  /**
   * Returns what every key means, in the order of the schema.
   *
   * @param width columns to keep to; paths are never broken
   * @param bold whether paths may be set bold by escape sequences
   */
  public static String all(String schema, int width, boolean bold) {
    return write(SchemaKeys.of(schema), width, bold);
  }

  /**
   * Returns what a key means, in each place where it may stand; nothing where there is none.
   *
   * @param written its path or the end of it, such as {@code undo} or {@code remedies.vss.undo}
   * @param width columns to keep to; paths are never broken
   * @param bold whether paths may be set bold by escape sequences
   */
  public static Optional<String> of(String schema, String written, int width, boolean bold) {
    List<SchemaKeys.Key> meant = SchemaKeys.meant(SchemaKeys.of(schema), written);
    return meant.isEmpty() ? Optional.empty() : Optional.of(write(meant, width, bold));
  }

  /** Returns what somebody may have meant by a key that there is not, in words. */
  public static String advice(String schema, String written) {
    List<String> names =
        SchemaKeys.of(schema).stream().map(SchemaKeys.Key::name).distinct().toList();
    String near = Meant.hint(written.substring(written.lastIndexOf('.') + 1), names);
    return near == null ? "there are " + String.join(", ", names) : near;
  }

  private static String write(List<SchemaKeys.Key> keys, int width, boolean bold) {
    Page page = new Page(width, bold);
    for (SchemaKeys.Key key : keys) {
      page.heading(key.path());
      if (!key.about().isEmpty()) {
        page.paragraph(INDENT, key.about());
      }
      String value = key.value() + (key.required() ? "; must be there" : "");
      if (!value.isEmpty()) {
        page.paragraph(INDENT, value);
      }
      page.blank();
    }
    return page.text().stripTrailing() + "\n";
  }
}
