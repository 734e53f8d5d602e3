package dev.mabsplan.facts.windows.registry;

import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.AnyCase;
import dev.mabsplan.facts.format.JsonRows;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.RowNotes;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import dev.mabsplan.facts.tree.Node.Scalar.Kind;
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
    for (Node.Field field : row.object().fields()) {
      if (!ADDED.contains(field.name())) {
        note(field.source(), key, field, values);
      }
    }
  }

  private static void note(Source source, String key, Node.Field field, RegistryNotes values) {
    String name =
        field.name().equalsIgnoreCase(RegistryNotes.DEFAULT) ? RegistryNotes.DEFAULT : field.name();
    if (field.value().is(Kind.NOTHING)) {
      values.absent(source, key, name);
    } else if (field.value() instanceof Scalar scalar
        && (scalar.is(Kind.TEXT)
            || (scalar.is(Kind.NUMBER) && scalar.text().matches("\\d{1,20}")))) {
      values.value(source, key, name, scalar.text());
    } else if (texts(field.value()).isPresent()) {
      values.value(source, key, name, texts(field.value()).get());
    } else {
      // also a negative number, which is a large one of 32 or of 64 bits: it does not say which
      values.binary(source, key, name);
    }
  }

  /** Returns the texts of a value that has several; PowerShell 5.1 may wrap them in an object. */
  private static Optional<String> texts(Node value) {
    List<Node> items =
        value instanceof Items list
            ? list.items()
            : value instanceof Mapping object
                ? object.fields().stream()
                    .filter(field -> field.name().equals("value"))
                    .map(Node.Field::value)
                    .filter(Items.class::isInstance)
                    .flatMap(list -> ((Items) list).items().stream())
                    .toList()
                : List.of();
    if (items.isEmpty() || !items.stream().allMatch(item -> item.is(Kind.TEXT))) {
      return Optional.empty();
    }
    return Optional.of(
        String.join(
            RegistryNotes.BETWEEN_TEXTS,
            items.stream().map(item -> ((Scalar) item).text()).toList()));
  }
}
