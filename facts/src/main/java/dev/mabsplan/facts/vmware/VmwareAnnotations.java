package dev.mabsplan.facts.vmware;

import dev.mabsplan.facts.VmwareAttribute;
import dev.mabsplan.facts.format.Column;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.RowFormat;
import java.util.Optional;

/** Custom attributes of VMware machines. One without a value is not there. */
final class VmwareAnnotations extends RowFormat {

  private static final String NO_TEXT = "an attribute whose value is no text";

  VmwareAnnotations() {
    super(
        "Get-Annotation | ConvertTo-Json",
        having("VM", "CustomAttribute", "Value"),
        key(name("VM"), name("CustomAttribute"), VmwareAttribute::of)
            .need(
                Column.of("Value", VmwareAnnotations::textOrNone)
                    .orUnread(NO_TEXT)
                    .orMissing(NO_TEXT),
                (attribute, value) ->
                    value.isEmpty() ? attribute.absent() : attribute.withValue(value)));
  }

  private static Optional<String> textOrNone(Row row) {
    return row.value("Value").isEmpty() ? Optional.of("") : row.text("Value").map(String::strip);
  }
}
