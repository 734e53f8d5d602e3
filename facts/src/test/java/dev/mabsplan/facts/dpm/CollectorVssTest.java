package dev.mabsplan.facts.dpm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Antivirus;
import dev.mabsplan.facts.VssWriter;
import dev.mabsplan.facts.VssWriterState;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.format.Sample.At;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectorVssTest {

  private final CollectorVss format = new CollectorVss();

  @Test
  void writersAndFiltersOfOneFileAreBothRead() {
    Sample reading = Sample.fitting(format, "collector-vss/VSS_Info.txt");

    assertEquals(
        List.of(
            new At(
                6, VssWriter.of("FS01", "Task Scheduler Writer").withState(VssWriterState.STABLE)),
            new At(12, VssWriter.of("FS01", "System Writer").withState(VssWriterState.FAILED)),
            new At(18, VssWriter.of("FS01", "WMI Writer").withState(VssWriterState.WAITING)),
            new At(32, Antivirus.of("FS01", "Microsoft Defender")),
            new At(33, Antivirus.of("FS01", "ContosoAvFlt"))),
        reading.factsAt());
    assertEquals(
        List.of(new At(30, "4 filters that are not of antivirus")),
        reading.remarks(Remark.Kind.UNUSED));
    assertEquals(List.of(), reading.remarks(Remark.Kind.UNREAD));
  }

  @Test
  void aFileThatIsCutOffSaysWhatIsMissing() {
    Sample reading = Sample.fitting(format, "collector-vss/damaged.txt");

    assertEquals(
        List.of(
            new At(12, "the writer \"System Writer\" is cut off: expected its state, such as [1]"),
            new At(
                14,
                "the file is cut off: expected \"Installed Filters\" and what fltmc filters prints"
                    + " below it")),
        reading.remarks(Remark.Kind.UNREAD));
  }
}
