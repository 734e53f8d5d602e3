package dev.mabsplan.facts.windows.software;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.format.TextFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetServiceTest {

  @Test
  void numbersAreStatesAndStartTypes() {
    Sample read = Sample.fitting(new GetService(), "get-service/compressed.json");
    assertEquals(
        List.of(
            "1: Service[server=FS01, name=wuauserv, present=true, state=RUNNING, startType=MANUAL]",
            "1: Service[server=FS01, name=WinDefend, present=true, state=RUNNING, startType=AUTOMATIC]",
            "1: Service[server=FS01, name=Spooler, present=true, state=STOPPED, startType=MANUAL]",
            "1: Service[server=FS01, name=MSSQLSERVER, present=true, state=RUNNING, startType=AUTOMATIC]"),
        read.factLines());
    assertEquals(List.of(), read.unread());
  }

  @Test
  void aSingleServiceInNoListIsReadFromUtf16() {
    Sample read = Sample.fitting(new GetService(), "get-service/single.json");
    assertEquals(
        List.of(
            "2: Service[server=FS01, name=obengine, present=true, state=STOPPED, startType=AUTOMATIC]"),
        read.factLines());
  }

  @Test
  void wordsAreReadBesideSwedishDisplayNames() {
    Sample read = Sample.fitting(new GetService(), "get-service/words-swedish.json");
    assertEquals(
        List.of(
            "3: Service[server=FS01, name=VSS, present=true, state=STOPPED, startType=DISABLED]",
            "9: Service[server=FS01, name=Spooler, present=true, state=START_PENDING, startType=AUTOMATIC]"),
        read.factLines());
    assertEquals(List.of(), read.unused());
  }

  @Test
  void ofAWholeServiceOfWindowsPowerShellOnlyItselfIsRead() {
    Sample read = Sample.fitting(new GetService(), "get-service/whole-5.1.json");
    assertEquals(
        List.of(
            "2: Service[server=FS01, name=DPMRA, present=true, state=RUNNING, startType=MANUAL]"),
        read.factLines());
  }

  @Test
  void theDotOfTheMachineNameIsNoServer() {
    Sample read = Sample.fitting(new GetService(), "get-service/whole-7.json");
    assertEquals(
        List.of("8: Service[server=FS01, name=VSS, present=true, state=STOPPED, startType=MANUAL]"),
        read.factLines());
  }

  @Test
  void whatCameOverRemotingKeepsItsServers() {
    Sample read = Sample.fitting(new GetService(), "get-service/remote.json");
    assertEquals(
        List.of(
            "4: Service[server=FS01, name=VSS, present=true, state=STOPPED, startType=MANUAL]",
            "18: Service[server=fs02.contoso.local, name=VSS, present=true, state=PAUSED, startType=DISABLED]"),
        read.factLines());
    assertEquals(
        List.of("FS01", "fs02.contoso.local"),
        read.notes().facts().stream().map(fact -> fact.server().orElse("")).toList());
  }

  @Test
  void aValueThatNoFactHoldsStaysUnknown() {
    Sample read = Sample.fitting(new GetService(), "get-service/odd-values.json");
    assertEquals(
        List.of(
            "2: Service[server=FS01, name=VSS, present=true, state=null, startType=AUTOMATIC]",
            "3: Service[server=FS01, name=volsnap, present=true, state=RUNNING, startType=null]",
            "4: Service[server=FS01, name=disk, present=true, state=RUNNING, startType=null]",
            "5: Service[server=FS01, name=obengine, present=true, state=null, startType=null]",
            "6: Service[server=FS01, name=DPMRA, present=true, state=null, startType=MANUAL]",
            "8: Service[server=FS01, name=MSDPM, present=true, state=null, startType=MANUAL]"),
        read.factLines());
  }

  @Test
  void aValueThatMeansNothingIsListed() {
    Sample read = Sample.fitting(new GetService(), "get-service/odd-values.json");
    assertEquals(
        List.of(
            "5: Status \"42\" is no state of a service",
            "5: StartType \"Sometimes\" is no start type of a service",
            "6: Status is a list, not a number or a word",
            "7: a service without its name"),
        read.unread());
  }

  @Test
  void aListThatIsCutOffGivesTheServicesBeforeTheCut() {
    TextFile whole = Sample.file("get-service/compressed.json");
    TextFile cut =
        new TextFile("cut", whole.text().substring(0, whole.text().indexOf("Print Spooler")));
    Sample read = Sample.fitting(new GetService(), cut);
    assertEquals(
        List.of(
            "1: Service[server=FS01, name=wuauserv, present=true, state=RUNNING, startType=MANUAL]",
            "1: Service[server=FS01, name=WinDefend, present=true, state=RUNNING, startType=AUTOMATIC]"),
        read.factLines());
    assertEquals(
        List.of(
            "1: the JSON is cut off: expected a closing double quote; nothing is read from here on"),
        read.unread());
  }

  @Test
  void ofAListThatIsCutOffInItsFirstServiceNothingIsRead() {
    Sample read =
        Sample.pasted(
            new GetService(),
            "{",
            "    \"Name\":  \"VSS\",",
            "    \"Status\":  1,",
            "    \"StartType\"");
    assertEquals(List.of(), read.factLines());
    assertEquals(
        List.of("4: the JSON is cut off: expected more; nothing of it is read"), read.unread());
  }

  @Test
  void whatWasAppendedToTheFileIsReadToo() {
    Sample read =
        Sample.pasted(
            new GetService(),
            "{\"Name\": \"VSS\", \"Status\": 1, \"StartType\": 4}",
            "[{\"Name\": \"MSDPM\", \"Status\": 4, \"StartType\": 2}]",
            "PS C:\\>");
    assertEquals(List.of(1, 2), read.lines());
    assertEquals(1, read.unread().size());
  }

  @Test
  void theListThatPowerShell5WrapsIsReadAsFarAsItGoes() {
    Sample read =
        Sample.pasted(
            new GetService(),
            "{\"value\": [",
            "  {\"Name\": \"VSS\", \"Status\": 1, \"StartType\": 4},",
            "  {\"Name\": \"MSDPM\", \"Sta");
    assertEquals(List.of(2), read.lines());
    assertEquals(1, read.unread().size());
  }

  @Test
  void aLineOfJunkHidesOnlyWhatFollows() {
    Sample read = Sample.fitting(new GetService(), "get-service/junk-inside.json");
    assertEquals(
        List.of(
            "2: Service[server=FS01, name=VSS, present=true, state=STOPPED, startType=MANUAL]",
            "3: Service[server=FS01, name=obengine, present=true, state=RUNNING, startType=AUTOMATIC]"),
        read.factLines());
    assertEquals(
        List.of(
            "4: the JSON is damaged: expected a value: a text in double quotes, a number, true, false, a list or an object; nothing is read from here on"),
        read.unread());
  }

  @Test
  void neverSaysThatAllServicesWereCollected() {
    Sample read = Sample.fitting(new GetService(), "get-service/compressed.json");
    assertEquals(List.of(), read.notes().collected());
  }

  @Test
  void nameAndStatusAloneAreEnough() {
    Sample read = Sample.pasted(new GetService(), "{\"Name\":\"VSS\",\"Status\":\"Running\"}");
    assertEquals(
        List.of("1: Service[server=FS01, name=VSS, present=true, state=RUNNING, startType=null]"),
        read.factLines());
  }
}
