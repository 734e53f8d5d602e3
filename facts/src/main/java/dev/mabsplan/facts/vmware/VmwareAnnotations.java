package dev.mabsplan.facts.vmware;

import dev.mabsplan.facts.VmwareAttribute;
import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.RowFormat;
import dev.mabsplan.facts.reading.RowNotes;
import java.util.List;
import java.util.Optional;

/** Custom attributes of VMware machines. One without a value is not there. */
final class VmwareAnnotations implements RowFormat {

  private static final String VM = "VM";
  private static final String NAME = "CustomAttribute";
  private static final String VALUE = "Value";

  @Override
  public String name() {
    return "Get-Annotation | ConvertTo-Json";
  }

  @Override
  public List<List<String>> properties() {
    return List.of(List.of(VM, NAME, VALUE));
  }

  @Override
  public void note(Row row, RowNotes rows) {
    Optional<String> vm = rows.name(row, VM);
    Optional<String> name = rows.name(row, NAME);
    if (vm.isEmpty() || name.isEmpty()) {
      return;
    }
    if (!rows.has(row, VALUE) || (row.value(VALUE).isPresent() && row.text(VALUE).isEmpty())) {
      rows.unread(row, VALUE, "an attribute whose value is no text");
      return;
    }
    String value = row.text(VALUE).orElse("").strip();
    rows.fact(
        row,
        VALUE,
        server -> {
          VmwareAttribute attribute = VmwareAttribute.of(server, vm.get(), name.get());
          return value.isEmpty() ? attribute.absent() : attribute.withValue(value);
        });
  }
}
