package dev.mabsplan.facts.windows.storage;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.VssWriter;
import dev.mabsplan.facts.VssWriterState;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.format.Sample.At;
import java.util.List;
import org.junit.jupiter.api.Test;

class VssWritersTest {

  private final VssWriters format = new VssWriters();

  @Test
  void aWriterIsStableWaitingOrFailed() {
    Sample reading = Sample.fitting(format, "vssadmin-list-writers/failed.txt");

    assertEquals(
        List.of(
            VssWriter.of(SERVER, "Task Scheduler Writer").withState(VssWriterState.STABLE),
            VssWriter.of(SERVER, "System Writer").withState(VssWriterState.FAILED),
            VssWriter.of(SERVER, "WMI Writer").withState(VssWriterState.WAITING)),
        reading.facts());
    assertEquals(List.of(), reading.remarks(Remark.Kind.UNREAD));
  }

  @Test
  void writersOfASwedishWindowsAreToldByTheirShape() {
    Sample reading = Sample.fitting(format, "vssadmin-list-writers/swedish.txt");

    assertEquals(1, reading.facts().size());
  }

  @Test
  void aWriterThatIsCutOffIsListed() {
    Sample reading = Sample.fitting(format, "vssadmin-list-writers/damaged.txt");

    assertEquals(1, reading.facts().size());
    assertEquals(
        List.of(
            new At(10, "the writer \"System Writer\" is cut off: expected its state, such as [1]")),
        reading.remarks(Remark.Kind.UNREAD));
  }
}
