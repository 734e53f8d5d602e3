package dev.mabsplan.facts.windows.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Remark;
import dev.mabsplan.facts.reading.Sample;
import dev.mabsplan.facts.reading.Sample.At;
import java.util.List;
import org.junit.jupiter.api.Test;

class VssWritersTest {

  private final VssWriters format = new VssWriters();

  @Test
  void aFailedWriterIsNamedAndIsNoFact() {
    Sample reading = Sample.fitting(format, "vssadmin-list-writers/failed.txt");

    assertEquals(List.of(), reading.factsAt());
    assertEquals(
        List.of(new At(4, "3 writers, 1 failed: System Writer")),
        reading.remarks(Remark.Kind.UNUSED));
    assertEquals(List.of(), reading.remarks(Remark.Kind.UNREAD));
  }

  @Test
  void writersOfASwedishWindowsAreToldByTheirShape() {
    Sample reading = Sample.fitting(format, "vssadmin-list-writers/swedish.txt");

    assertEquals(List.of(new At(4, "1 writer, none failed")), reading.remarks(Remark.Kind.UNUSED));
  }

  @Test
  void aWriterThatIsCutOffIsListed() {
    Sample reading = Sample.fitting(format, "vssadmin-list-writers/damaged.txt");

    assertEquals(
        List.of(new At(4, "2 writers, 1 of unknown state: System Writer")),
        reading.remarks(Remark.Kind.UNUSED));
    assertEquals(
        List.of(
            new At(10, "the writer \"System Writer\" is cut off: expected its state, such as [1]")),
        reading.remarks(Remark.Kind.UNREAD));
  }
}
