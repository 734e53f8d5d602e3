package dev.mabsplan.facts.dpm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.format.Sample.At;
import dev.mabsplan.facts.format.TextFile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorLogTest {

  private static final String INCONSISTENT = "Failed: Hr: = [0x809909b0] replica is inconsistent";

  private final ErrorLog format = new ErrorLog();

  @Test
  void onlyAWarningWithACodeIsAnErrorAndARepeatedOneIsOne() {
    Sample reading = Sample.fitting(format, "errlog/MSDPMCurr.errlog");

    assertEquals(List.of(new At(5, INCONSISTENT)), reading.errorTexts());
    assertEquals(
        List.of(new At(1, "3 entries without warning, or without an ID, code or name of an error")),
        reading.remarks(Remark.Kind.UNUSED));
  }

  @Test
  void aRepeatedOneHasItsCountAndItsFirstAndLastTime() {
    String entry =
        "0A1C\t0B2D\t01/15\t%s:00:00.000\t07\tfile.cpp(1)\t\tTASK\tWARNING\t" + INCONSISTENT;
    ReportedError error =
        Sample.pasted(
                format,
                entry.formatted("03"),
                entry.formatted("04"),
                entry.formatted("05") + " ",
                entry.formatted("05").replace(INCONSISTENT, "(ID 1) 2026-01-15 05:00:00"))
            .errors()
            .get(0);

    assertEquals(3, error.count());
    assertEquals(Instant.parse("2026-01-15T03:00:00Z"), error.firstOccurredAt());
    assertEquals(Instant.parse("2026-01-15T05:00:00Z"), error.occurredAt());
  }

  @Test
  void theColumnsTellWhoseLogItIs() {
    assertEquals(
        "dpm", Sample.fitting(format, "errlog/MSDPMCurr.errlog").errors().get(0).product());
    assertEquals(
        "mars", Sample.fitting(format, "errlog/CBEngineCurr.errlog").errors().get(0).product());
  }

  @Test
  void withoutAYearTheTimeIsUnknown() {
    Sample reading = Sample.fitting(format, "errlog/MSDPMCurr.errlog");

    assertNull(reading.errors().get(0).occurredAt());
    assertEquals(List.of(), reading.notes().times());
  }

  @Test
  void aCopyMadeAtACrashHasTheYearInItsName() {
    Sample reading = Sample.fitting(format, "errlog/MSDPMCurr.errlog.2016-06-01_20-55-45.Crash");

    Instant last = Instant.parse("2016-06-01T20:55:45.705Z");
    assertEquals(last, reading.errors().get(0).occurredAt());
    assertEquals(List.of(last), reading.notes().times());
  }

  @Test
  void aDateOfTheSameMomentInATextHasTheYear() {
    Sample reading = Sample.fitting(format, "errlog/CBEngineCurr.errlog");

    assertEquals(Instant.parse("2025-08-04T13:16:29.206Z"), reading.errors().get(0).occurredAt());
  }

  @Test
  void aDateOfAnotherMomentHasNoYearForTheLog() {
    TextFile file = Sample.file("errlog/CBEngineCurr.errlog");
    TextFile other =
        new TextFile(
            file.name(), file.text().replace("2025-08-04T13:16:30Z", "2024-08-04T01:00:00Z"));

    assertNull(Sample.fitting(format, other).errors().get(0).occurredAt());
  }

  @Test
  void aSignatureIsLeftOut() {
    Sample reading = Sample.fitting(format, "errlog/CBEngineCurr.errlog");

    assertEquals(
        new At(
            2,
            "Upload to https://blob.example/c?sv=2020&sig=[secret]&se=1 failed: CBPServiceError"
                + " [0x186FB] at 2025-08-04T13:16:30Z"),
        reading.errorTexts().get(1));
    assertEquals(
        List.of(new At(2, "something secret in the message was left out")),
        reading.remarks(Remark.Kind.SECRET));
  }

  @Test
  void aLinePastedFromASearchIsRead() {
    Sample reading = Sample.fitting(format, "errlog/pasted.txt");

    assertEquals(
        List.of(new At(1, "Failed: Hr: = [0x8000ffff] BackupRead failed on file(D:\\Data\\a.txt)")),
        reading.errorTexts());
  }

  @Test
  void damagedLinesAreListedAndTheRestRead() {
    Sample reading = Sample.fitting(format, "errlog/damaged.errlog");

    assertEquals(List.of(new At(4, INCONSISTENT)), reading.errorTexts());
    assertEquals(
        List.of(
            new At(
                2,
                "expected the columns of a log with tabs between, the ninth or tenth a level such"
                    + " as WARNING; found a line that has not, 2 such lines in all"),
            new At(3, "1 line without columns, such as the stack of an exception")),
        reading.remarks(Remark.Kind.UNREAD));
  }

  @Test
  void aDateThatIsNoneIsUnknown() {
    TextFile file = Sample.file("errlog/MSDPMCurr.errlog.2016-06-01_20-55-45.Crash");
    TextFile impossible = new TextFile(file.name(), file.text().replace("06/01", "13/41"));

    assertNull(Sample.fitting(format, impossible).errors().get(0).occurredAt());
  }
}
