package dev.mabsplan.facts.windows.software;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScQueryTest {

  @Test
  void queryTellsTheStateAndLeavesTheStartTypeUnknown() {
    Sample read = Sample.fitting(new ScQuery(), "sc/query.txt");
    assertEquals(
        List.of("2: Service[server=FS01, name=VSS, present=true, state=STOPPED, startType=null]"),
        read.factLines());
    assertEquals(List.of(), read.unread());
    assertEquals(List.of(), read.unused());
  }

  @Test
  void queryListsServicesOneAfterAnother() {
    Sample read = Sample.fitting(new ScQuery(), "sc/query-several.txt");
    assertEquals(
        List.of(
            "2: Service[server=FS01, name=obengine, present=true, state=RUNNING, startType=null]",
            "12: Service[server=FS01, name=SQLAgent$MSDPM2012, present=true, state=START_PENDING, startType=null]",
            "22: Service[server=FS01, name=Intel(R) Capability Licensing Service TCP IP Interface, present=true, state=null, startType=null]"),
        read.factLines());
    assertEquals(List.of(), read.unread());
  }

  @Test
  void queryexSaysMoreAndBlanksAtLineEndsDoNotMatter() {
    Sample read = Sample.fitting(new ScQuery(), "sc/queryex.txt");
    assertEquals(
        List.of("2: Service[server=FS01, name=vss, present=true, state=RUNNING, startType=null]"),
        read.factLines());
    assertEquals(List.of(), read.unread());
  }

  @Test
  void qcTellsTheStartTypeAndLeavesTheStateUnknown() {
    Sample read = Sample.fitting(new ScQuery(), "sc/qc.txt");
    assertEquals(
        List.of(
            "3: Service[server=FS01, name=VSS, present=true, state=null, startType=MANUAL]",
            "17: Service[server=FS01, name=MapsBroker, present=true, state=null, startType=AUTOMATIC]",
            "31: Service[server=FS01, name=WSearch, present=true, state=null, startType=DISABLED]",
            "45: Service[server=FS01, name=volsnap, present=true, state=null, startType=null]"),
        read.factLines());
    assertEquals(List.of(), read.unread());
  }

  @Test
  void aConsoleTellsWhichServiceIsNotInstalledAndWhoseServicesTheyAre() {
    Sample read = Sample.fitting(new ScQuery(), "sc/console.txt");
    assertEquals(
        List.of(
            "5: Service[server=FS01, name=VSS, present=true, state=STOPPED, startType=null]",
            "16: Service[server=FS01, name=VSS, present=true, state=null, startType=DISABLED]",
            "29: Service[server=FS01, name=obengine, present=false, state=null, startType=null]",
            "36: Service[server=FS02, name=DPMRA, present=true, state=STOPPED, startType=null]"),
        read.factLines());
  }

  @Test
  void aServerThatCouldNotBeAskedIsListed() {
    Sample read = Sample.fitting(new ScQuery(), "sc/console.txt");
    assertEquals(
        List.of("1: no line of sc.exe", "42: sc.exe failed with 1722 on DPMRA"), read.unread());
  }

  @Test
  void theNumberSaysThatAServiceIsNotInstalledWhateverTheLanguage() {
    Sample read = Sample.fitting(new ScQuery(), "sc/not-installed-swedish.txt");
    assertEquals(
        List.of("2: Service[server=FS01, name=DPMRA, present=false, state=null, startType=null]"),
        read.factLines());
    assertEquals(List.of(), read.unread());
  }

  @Test
  void aServiceThatIsNotInstalledAndNotNamedIsListed() {
    Sample read = Sample.fitting(new ScQuery(), "sc/not-installed-unnamed.txt");
    assertEquals(List.of(), read.factLines());
    assertEquals(
        List.of(
            "1: a service that is not installed, and no line says which; copy the command line together with what it prints"),
        read.unread());
  }

  @Test
  void labelsMayBeTranslated() {
    Sample read = Sample.fitting(new ScQuery(), "sc/query-spanish.txt");
    assertEquals(
        List.of("2: Service[server=FS01, name=VSS, present=true, state=RUNNING, startType=null]"),
        read.factLines());
    assertEquals(List.of(), read.unread());
  }

  @Test
  void damageHidesNothingElse() {
    Sample read = Sample.fitting(new ScQuery(), "sc/damaged.txt");
    assertEquals(
        List.of(
            "3: Service[server=FS01, name=VSS, present=true, state=STOPPED, startType=null]",
            "9: Service[server=FS01, name=DPMRA, present=true, state=null, startType=null]"),
        read.factLines());
  }

  @Test
  void damageIsListedLineByLine() {
    Sample read = Sample.fitting(new ScQuery(), "sc/damaged.txt");
    assertEquals(
        List.of(
            "1: \"STATE\" of a service whose name is missing",
            "6: no line of sc.exe",
            "11: STATE of DPMRA is \"4  STOPPED\", which is no state",
            "13: a service without its name",
            "14: \"STATE\" of a service whose name is missing",
            "16: nothing stands below the name \"obeng\""),
        read.unread());
  }

  @Test
  void aLineOfSomethingElseGivesItsStateToNoService() {
    Sample read =
        Sample.pasted(
            new ScQuery(),
            "SERVICE_NAME: VSS",
            "        TYPE               : 10  WIN32_OWN_PROCESS",
            "WARNING: obengine",
            "        STATE              : 1  STOPPED");
    assertEquals(
        List.of("1: Service[server=FS01, name=VSS, present=true, state=null, startType=null]"),
        read.factLines());
  }

  @Test
  void anErrorOfAnotherCommandIsNotTakenForTheServiceBefore() {
    Sample read =
        Sample.pasted(
            new ScQuery(),
            "C:\\>sc query VSS",
            "C:\\>net start obengine",
            "[SC] OpenService FAILED 1060:");
    assertEquals(List.of(), read.factLines());
  }

  @Test
  void anOptionIsNoName() {
    Sample read =
        Sample.pasted(new ScQuery(), "C:\\>sc query state= all", "[SC] OpenService FAILED 1060:");
    assertEquals(List.of(), read.factLines());
  }

  @Test
  void aListOfAllServicesIsNotTakenForComplete() {
    Sample read = Sample.fitting(new ScQuery(), "sc/query-several.txt");
    assertEquals(List.of(), read.notes().collected());
  }

  @Test
  void linesThatMeanNothingAreListedUpToALimit() {
    String junk = "junk\r\n".repeat(1000);
    Sample read =
        Sample.pasted(
            new ScQuery(),
            "SERVICE_NAME: VSS",
            "        TYPE               : 10  WIN32_OWN_PROCESS",
            junk);
    assertEquals(21, read.unread().size());
  }

  @Test
  void aPasswordOnACommandLineIsReadByNoOne() {
    Sample read =
        Sample.pasted(
            new ScQuery(),
            "C:\\>sc config DPMRA obj= CONTOSO\\svc password= Hunter2",
            "[SC] OpenService FAILED 5:",
            "password: Hunter2");
    assertEquals(List.of("2: sc.exe failed with 5 on DPMRA"), read.unread());
    assertEquals(List.of(), read.factLines());
  }
}
