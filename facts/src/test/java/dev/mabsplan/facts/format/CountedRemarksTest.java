package dev.mabsplan.facts.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.fault.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountedRemarksTest {

  private final CountedRemarks remarks = new CountedRemarks();

  private static Source line(int number) {
    return Source.of("a.txt", number);
  }

  private List<String> written() {
    Notes notes = new Notes();
    remarks.into(notes);
    return notes.remarks().stream().map(remark -> remark.kind() + " " + remark).toList();
  }

  @Test
  void whatWasNotCountedIsNotWritten() {
    assertEquals(List.of(), written());
  }

  @Test
  void oneRemarkStandsForAllOfAKindAtTheFirst() {
    remarks.unused(line(4), "a date without a time zone");
    remarks.unread(line(2), "an event without a level");
    remarks.unused(line(7), "a date without a time zone");
    remarks.unused(line(9), "a date without a time zone");

    assertEquals(
        List.of(
            "UNREAD a.txt:2: an event without a level",
            "UNUSED a.txt:4: a date without a time zone (and 2 more)"),
        written());
  }

  @Test
  void thingsOfAKindAreNamedWithTheirNumber() {
    remarks.unused(line(3), "events of others", "disk");
    remarks.unused(line(5), "events of others", "Application");
    remarks.unused(line(6), "events of others", "Disk");

    assertEquals(List.of("UNUSED a.txt:3: events of others: Application (1), disk (2)"), written());
  }

  @Test
  void noMoreThanEightAreNamed() {
    for (int i = 1; i <= 10; i++) {
      remarks.unused(line(20 - i), "events of others", "Provider" + (char) ('A' + i));
    }

    assertEquals(
        List.of(
            "UNUSED a.txt:19: events of others: ProviderB (1), ProviderC (1), ProviderD (1),"
                + " ProviderE (1), ProviderF (1), ProviderG (1), ProviderH (1), ProviderI (1) and 2"
                + " more"),
        written());
  }
}
