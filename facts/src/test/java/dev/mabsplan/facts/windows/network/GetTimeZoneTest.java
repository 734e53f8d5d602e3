package dev.mabsplan.facts.windows.network;

import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static dev.mabsplan.facts.format.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetTimeZoneTest {

  @Test
  void whetherTheTimeZoneIsRightIsLeftToAPerson() {
    Sample sample = read(new GetTimeZone(), file("get-time-zone/zone.json"));

    assertEquals(List.of(), sample.facts());
    assertEquals(
        List.of(
            "3: the time zone is \"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\";"
                + " if it is the right one, say so as clock.timeZoneCorrect"),
        sample.unused());
  }

  @Test
  void whatIsNoTimeZoneIsUnread() {
    Sample sample =
        read(new GetTimeZone(), text("{\"Id\":\"x\",\"DisplayName\":\"(UTC, said the clerk\"}"));

    assertEquals(List.of("1: no time zone"), sample.unread());
  }
}
