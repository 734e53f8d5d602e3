package dev.mabsplan.facts.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.windows.FormatReading.At;
import java.util.List;
import org.junit.jupiter.api.Test;

class VssWritersTest {

  private final VssWriters format = new VssWriters();

  @Test
  void aFailedWriterIsNamedAndIsNoFact() {
    FormatReading reading = FormatReading.of(format, "vssadmin-list-writers/failed.txt");

    assertEquals(List.of(), reading.facts());
    assertEquals(
        List.of(new At(4, "3 writers, 1 failed: System Writer")),
        reading.remarks(Remark.Kind.UNUSED));
    assertEquals(List.of(), reading.remarks(Remark.Kind.UNREAD));
  }

  @Test
  void writersOfASwedishWindowsAreToldByTheirShape() {
    FormatReading reading = FormatReading.of(format, "vssadmin-list-writers/swedish.txt");

    assertEquals(List.of(new At(4, "1 writer, none failed")), reading.remarks(Remark.Kind.UNUSED));
  }

  @Test
  void aWriterThatIsCutOffIsListed() {
    FormatReading reading = FormatReading.of(format, "vssadmin-list-writers/damaged.txt");

    assertEquals(List.of(new At(4, "2 writers, none failed")), reading.remarks(Remark.Kind.UNUSED));
    assertEquals(
        List.of(
            new At(10, "the writer \"System Writer\" is cut off: expected its state, such as [1]")),
        reading.remarks(Remark.Kind.UNREAD));
  }
}
