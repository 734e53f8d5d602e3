package dev.mabsplan.facts.windows.registry;

import dev.mabsplan.facts.Source;
import dev.mabsplan.facts.json.Json;
import dev.mabsplan.facts.reading.AnyCase;
import dev.mabsplan.facts.reading.JsonRows;
import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.NativeFormat;
import dev.mabsplan.facts.reading.Notes;
import dev.mabsplan.facts.reading.RowNotes;
import dev.mabsplan.facts.reading.TextFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The values of registry keys, with the key in {@code PSPath}. A value that was asked for and is
 * null is not there: the registry itself has no null.
 */
final class ItemProperty implements NativeFormat {

  private static final String PATH = "PSPath";

  /** What PowerShell adds to the values. */
  private static final Set<String> ADDED =
      AnyCase.of(
          PATH,
          "PSParentPath",
          "PSChildName",
          "PSDrive",
          "PSProvider",
          "PSComputerName",
          "PSShowComputerName",
          "RunspaceId");

  @Override
  public String name() {
    return "Get-ItemProperty | ConvertTo-Json";
  }

  @Override
  public boolean fits(TextFile file) {
    return file.text().contains(RegistryNotes.REGISTRY) && JsonRows.have(file, PATH);
  }

  @Override
  public void read(TextFile file, Notes notes) {
    RowNotes rows = RowNotes.of(file, notes);
    RegistryNotes values = new RegistryNotes(notes);
    for (Row row : rows.rows()) {
      Optional<String> key = row.text(PATH).flatMap(RegistryNotes::keyInFull);
      if (!rows.ofOneServer()) {
        rows.unused(row, "PSComputerName", "registry values of several servers in one file");
      } else if (key.isEmpty()) {
        rows.unread(row, PATH, "PSPath names no key of the registry");
      } else if (row.value("SubKeyCount").isPresent()) {
        rows.unused(row, PATH, "a key of the registry without its values");
      } else {
        note(row, key.get(), values);
      }
    }
    rows.finish();
    values.finish();
  }

  private static void note(Row row, String key, RegistryNotes values) {
    for (Json.Field field : row.object().fields()) {
      if (!ADDED.contains(field.name())) {
        note(field.place().source(row.file()), key, field, values);
      }
    }
  }

  private static void note(Source source, String key, Json.Field field, RegistryNotes values) {
    String name =
        field.name().equalsIgnoreCase(RegistryNotes.DEFAULT) ? RegistryNotes.DEFAULT : field.name();
    if (field.value() instanceof Json.Null) {
      values.absent(source, key, name);
    } else if (field.value() instanceof Json.Text text) {
      values.value(source, key, name, text.value());
    } else if (field.value() instanceof Json.Numeral number && number.text().matches("\\d{1,20}")) {
      values.value(source, key, name, number.text());
    } else if (texts(field.value()).isPresent()) {
      values.value(source, key, name, texts(field.value()).get());
    } else {
      // also a negative number, which is a large one of 32 or of 64 bits: it does not say which
      values.binary(source, key, name);
    }
  }

  /** Returns the texts of a value that has several; PowerShell 5.1 may wrap them in an object. */
  private static Optional<String> texts(Json value) {
    List<Json> items =
        value instanceof Json.JsonArray list
            ? list.items()
            : value instanceof Json.JsonObject object
                ? object.fields().stream()
                    .filter(field -> field.name().equals("value"))
                    .map(Json.Field::value)
                    .filter(Json.JsonArray.class::isInstance)
                    .flatMap(list -> ((Json.JsonArray) list).items().stream())
                    .toList()
                : List.of();
    if (items.isEmpty() || !items.stream().allMatch(Json.Text.class::isInstance)) {
      return Optional.empty();
    }
    return Optional.of(
        String.join(
            RegistryNotes.BETWEEN_TEXTS,
            items.stream().map(item -> ((Json.Text) item).value()).toList()));
  }
}
