package dev.mabsplan.facts.windows.software;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.format.TextFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class Win32ServiceTest {

  @Test
  void stateAndStartModeAreRead() {
    Sample read = Sample.fitting(new Win32Service(), "win32-service/selected.json");
    assertEquals(
        List.of(
            "1: Service[server=FS01, name=MSDPM, present=true, state=STOPPED, startType=MANUAL]",
            "1: Service[server=FS01, name=DpmWriter, present=true, state=STOP_PENDING, startType=AUTOMATIC]"),
        read.factLines());
    assertEquals(List.of(), read.unread());
    assertEquals(List.of(), read.unused());
  }

  @Test
  void theServerIsWhatItCallsItselfAndNotTheAddressItWasAskedBy() {
    Sample read = Sample.fitting(new Win32Service(), "win32-service/whole.json");
    assertEquals(
        List.of(
            "3: Service[server=MABS01, name=obengine, present=true, state=RUNNING, startType=AUTOMATIC]"),
        read.factLines());
  }

  @Test
  void aServiceThatIsCutOffIsNotRead() {
    TextFile whole = Sample.file("win32-service/whole.json");
    TextFile cut = new TextFile("cut", whole.text().substring(0, whole.text().indexOf("WaitHint")));
    Sample read = Sample.fitting(new Win32Service(), cut);
    assertEquals(List.of(), read.factLines());
    assertEquals(
        List.of("28: the JSON is cut off: expected more; nothing of it is read"), read.unread());
  }

  @Test
  void aStateThatWmiCouldNotAskForStaysUnknown() {
    Sample read =
        Sample.pasted(
            new Win32Service(),
            "{\"Name\":\"VSS\",\"State\":\"Unknown\",\"StartMode\":\"Manual\"}");
    assertEquals(
        List.of("1: Service[server=FS01, name=VSS, present=true, state=null, startType=MANUAL]"),
        read.factLines());
    assertEquals(List.of("1: no fact has the state Unknown"), read.unused());
  }
}
