package dev.mabsplan.facts.vmware;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static dev.mabsplan.facts.format.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.VmwareAttribute;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class VmwareAnnotationsTest {

  private static final VmwareAttribute OWNER = VmwareAttribute.of(SERVER, "WEB01", "DPMServer");

  @Test
  void anAttributeWithAValueHasIt() {
    Sample sample = read(new VmwareAnnotations(), file("vmware-annotations/named-5.1.json"));

    assertEquals(List.of(OWNER.withValue("MABS02")), sample.facts());
    assertEquals(List.of(4), sample.lines());
  }

  @Test
  void anAttributeWithoutAValueIsNotThere() {
    Sample sample = read(new VmwareAnnotations(), file("vmware-annotations/empty-7.json"));

    assertEquals(List.of(OWNER.absent()), sample.facts());
  }

  @Test
  void aValueThatIsNoTextLeavesItOpen() {
    Sample sample =
        read(
            new VmwareAnnotations(),
            text("{\"VM\":\"WEB01\",\"CustomAttribute\":\"DPMServer\",\"Value\":[]}"));

    assertEquals(List.of(), sample.facts());
    assertEquals(List.of("1: an attribute whose value is no text"), sample.unread());
  }

  @Test
  void aFileThatIsCutOffGivesWhatStandsBefore() {
    Sample sample = read(new VmwareAnnotations(), file("vmware-annotations/damaged.json"));

    assertEquals(List.of(OWNER.withValue("MABS02")), sample.facts());
    assertEquals(1, sample.unread().size());
  }
}
