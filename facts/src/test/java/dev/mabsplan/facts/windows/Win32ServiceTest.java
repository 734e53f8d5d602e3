package dev.mabsplan.facts.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class Win32ServiceTest {

  @Test
  void stateAndStartModeAreRead() {
    ServiceSample read = ServiceSample.read(new Win32Service(), "win32-service/selected.json");
    assertEquals(
        List.of(
            "1: Service[server=FS01, name=MSDPM, present=true, state=STOPPED, startType=MANUAL]",
            "1: Service[server=FS01, name=DpmWriter, present=true, state=STOP_PENDING, startType=AUTOMATIC]"),
        read.facts());
    assertEquals(List.of(), read.unread());
    assertEquals(List.of("1: no fact has StartName"), read.unused());
  }

  @Test
  void theServerIsWhatItCallsItselfAndNotTheAddressItWasAskedBy() {
    ServiceSample read = ServiceSample.read(new Win32Service(), "win32-service/whole.json");
    assertEquals(
        List.of(
            "3: Service[server=MABS01, name=obengine, present=true, state=RUNNING, startType=AUTOMATIC]"),
        read.facts());
  }

  @Test
  void aServiceThatIsCutOffIsNotRead() {
    TextFile whole = ServiceSample.file("win32-service/whole.json");
    TextFile cut = new TextFile("cut", whole.text().substring(0, whole.text().indexOf("WaitHint")));
    ServiceSample read = ServiceSample.read(new Win32Service(), cut);
    assertEquals(List.of(), read.facts());
    assertEquals(
        List.of("28: expected more; found the end of the file; nothing is read from here on"),
        read.unread());
  }

  @Test
  void aStateThatWmiCouldNotAskForStaysUnknown() {
    ServiceSample read =
        ServiceSample.readText(
            new Win32Service(),
            "{\"Name\":\"VSS\",\"State\":\"Unknown\",\"StartMode\":\"Manual\"}");
    assertEquals(
        List.of("1: Service[server=FS01, name=VSS, present=true, state=null, startType=MANUAL]"),
        read.facts());
    assertEquals(List.of("1: no fact has the state Unknown"), read.unused());
  }
}
