package dev.mabsplan.facts.json;

import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON value that knows where it was read. */
public sealed interface Json {

  /** Returns where it begins. */
  Place place();

  /** Returns what it is, in words for a fault. */
  String described();

  /**
   * A place in a document.
   *
   * @param parent place of the value around it; null at the top
   * @param token its name or index in {@code parent}
   */
  record Place(@Nullable Place parent, String token, int line, int column) {

    /** Returns the place as a source in a file. */
    public Source source(String file) {
      return new Source(file, pointer(), line, column);
    }

    private String pointer() {
      return parent == null
          ? ""
          : parent.pointer() + '/' + token.replace("~", "~0").replace("/", "~1");
    }
  }

  /**
   * A field of an object.
   *
   * @param place where its name is
   */
  record Field(Place place, String name, Json value) {}

  record JsonObject(Place place, List<Field> fields) implements Json {
    @Override
    public String described() {
      return "an object";
    }
  }

  record JsonArray(Place place, List<Json> items) implements Json {
    @Override
    public String described() {
      return "a list";
    }
  }

  record Text(Place place, String value) implements Json {
    @Override
    public String described() {
      return Fault.quote(value);
    }
  }

  /** A number, as written. */
  record Numeral(Place place, String text) implements Json {
    @Override
    public String described() {
      return Fault.shorten(text);
    }
  }

  record Truth(Place place, boolean value) implements Json {
    @Override
    public String described() {
      return Boolean.toString(value);
    }
  }

  record Null(Place place) implements Json {
    @Override
    public String described() {
      return "null";
    }
  }
}
