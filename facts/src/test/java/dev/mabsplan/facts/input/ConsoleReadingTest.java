package dev.mabsplan.facts.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.format.TextFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleReadingTest {

  @Test
  void eachAnswerIsReadAsIfItLayInAFileOfItsOwn() {
    assertEquals(
        List.of(
            "8: Service[server=FS01, name=VSS, present=true, state=STOPPED, startType=DISABLED]",
            "14: Service[server=FS01, name=DPMRA, present=true, state=STOPPED, startType=MANUAL]",
            "22: Service[server=FS01, name=VSS, present=true, state=null, startType=DISABLED]",
            "33: RegistryValue[server=FS01, key=HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem,"
                + " name=RefsEnableInlineTrim, present=false, data=null]"),
        facts(read("console/copied.txt")));
  }

  @Test
  void whatHostnamePrintsTellsWhoseTheAnswersBelowAre() {
    List<NativeOutput> outputs = read("console/copied.txt");
    assertTrue(
        outputs.stream()
            .flatMap(output -> output.hosts().stream())
            .allMatch(host -> host.name().equals("FS01")),
        "every host is FS01");
    assertEquals(
        outputs.size(), outputs.stream().filter(output -> !output.hosts().isEmpty()).count());
  }

  @Test
  void aTableOfACommandWhoseJsonIsReadIsToldToBecomeThat() {
    List<NativeOutput> outputs =
        NativeOutput.of(
            new TextFile(
                "typed.txt",
                """
                PS C:\\> Get-Volume D

                DriveLetter FriendlyName FileSystemType
                ----------- ------------ --------------
                D           Data         NTFS

                PS C:\\>
                """));
    assertEquals(
        List.of(
            "typed.txt:1: what Get-Volume printed is a table or list for people to read; add |"
                + " ConvertTo-Json to the command"),
        outputs.stream().flatMap(o -> o.remarks().stream()).map(Remark::toString).toList());
  }

  @Test
  void whatStandsAboveTheFirstPromptIsListedWhereNothingCanReadIt() {
    List<NativeOutput> outputs =
        NativeOutput.of(
            new TextFile(
                "typed.txt",
                """
                Windows PowerShell
                Copyright (C) Microsoft Corporation. All rights reserved.

                This is what we saw last night:
                PS C:\\> cd C:\\Temp
                PS C:\\>
                """));
    assertEquals(
        List.of(
            "typed.txt:4: what stands above the first prompt has none of the known formats; an"
                + " error that was copied goes in with --text"),
        outputs.stream().flatMap(o -> o.remarks().stream()).map(Remark::toString).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        Microsoft Windows [Version 10.0.17763.737]
        (c) 2018 Microsoft Corporation. All rights reserved.

        """,
        """
        PowerShell 7.4.1
        https://aka.ms/powershell
        """,
        """
        **********************
        Avskriften startade
        Starttid: 20260115031000
        **********************
        Avskriften startade, utdatafilen är C:\\temp\\natt.txt
        """
      })
  void whatAConsoleSaysOfItselfIsNotListed(String head) {
    List<NativeOutput> outputs =
        NativeOutput.of(new TextFile("typed.txt", head + "PS C:\\> cd C:\\Temp\nPS C:\\>"));
    assertEquals(
        List.of(),
        outputs.stream().flatMap(o -> o.remarks().stream()).map(Remark::toString).toList());
  }

  @Test
  void whatWasFoundIsReadBelowTheErrorsAboutWhatWasNot() {
    assertEquals(
        List.of(
            "2: Service[server=FS01, name=obengine, present=false, state=null, startType=null]",
            "3: Service[server=FS01, name=VSS, present=true, state=STOPPED, startType=MANUAL]"),
        facts(
            NativeOutput.of(
                new TextFile(
                    "typed.txt",
                    """
                    PS C:\\> Get-Service -Name obengine, VSS -Verbose | ConvertTo-Json
                    Get-Service: Cannot find any service with service name 'obengine'.
                    {"Name": "VSS", "Status": 1, "StartType": 3}
                    PS C:\\>
                    """))));
  }

  @Test
  void answersOfTwoServersInOneFileAreOfTwoServers() {
    String answer =
        """
        # mabsplan collect: %s, unknown role, 2026-01-15T03:00:00Z
        PS C:\\> Get-Service VSS | Select-Object Name, Status | ConvertTo-Json
        {"Name": "VSS", "Status": 1}
        PS C:\\>
        """;
    List<NativeOutput> outputs =
        NativeOutput.of(
            new TextFile("all.txt", answer.formatted("FS01") + answer.formatted("FS02")));
    assertEquals(
        List.of("FS01", "FS02"),
        outputs.stream().flatMap(o -> o.hosts().stream()).map(Notes.NotedHost::name).toList());
  }

  @Test
  void whatIsPastedBelowABarePromptIsReadToo() {
    List<NativeOutput> outputs =
        NativeOutput.of(
            new TextFile(
                "typed.txt",
                "PS C:\\>\n{\"Name\": \"VSS\", \"Status\": 1, \"StartType\": 4}\nPS C:\\>\n"));
    assertEquals(1, outputs.stream().mapToInt(output -> output.facts().size()).sum());
  }

  @Test
  void whatHostnamePrintsInTheEndTellsWhoseTheAnswersAboveAre() {
    List<NativeOutput> outputs =
        NativeOutput.of(
            new TextFile(
                "typed.txt",
                """
                C:\\>sc query VSS

                SERVICE_NAME: VSS
                        TYPE               : 10  WIN32_OWN_PROCESS
                        STATE              : 1  STOPPED

                C:\\>hostname
                FS01

                C:\\>
                """));
    assertEquals(
        List.of("FS01", "FS01"),
        outputs.stream().flatMap(o -> o.hosts().stream()).map(Notes.NotedHost::name).toList());
  }

  @Test
  void anAnswerThatNobodyKnowsIsNamedByItsCommandAlone() {
    assertEquals(
        List.of(
            "console/copied.txt:36: what Get-Process printed has none of the known formats",
            "console/copied.txt:42: Get-DPMProtectionGroup printed nothing"),
        read("console/copied.txt").stream()
            .filter(output -> output.format().equals("console"))
            .flatMap(output -> output.remarks().stream())
            .map(Remark::toString)
            .toList());
  }

  @Test
  void aPromptOfAnotherComputerTellsWhoseTheAnswerIs() {
    List<NativeOutput> outputs = read("console/several-servers.txt");
    assertEquals(
        List.of("FS01", "FS01", "FS02"),
        outputs.stream().map(output -> output.hosts().get(0).name()).toList());
  }

  @Test
  void aCommandThatTheConsoleWrappedHidesNoAnswer() {
    assertEquals(
        List.of(
            "4: Service[server=FS01, name=SQLSERVERAGENT, present=true, state=STOPPED,"
                + " startType=AUTOMATIC]"),
        facts(read("console/wrapped.txt")));
  }

  @Test
  void theLineOfTheScriptTellsServerRoleAndTime() {
    NativeOutput answer = read("console/collected.txt").get(0);
    assertEquals("MABS01", answer.hosts().get(0).name());
    assertEquals("[BACKUP_SERVER]", answer.hosts().get(0).role().stream().toList().toString());
    assertEquals(List.of(Instant.parse("2026-01-15T03:12:00Z")), answer.times());
  }

  @Test
  void theHeadOfATranscriptTellsTheServer() {
    assertEquals(
        List.of("FS01"),
        read("console/transcript-swedish.txt").get(0).hosts().stream()
            .map(Notes.NotedHost::name)
            .toList());
  }

  @Test
  void anAnswerThatIsCutOffMeansNothingIsAbsent() {
    List<NativeOutput> outputs = read("console/damaged.txt");
    assertEquals(
        List.of("5: Service[server=FS01, name=VSS, present=true, state=STOPPED, startType=null]"),
        facts(outputs));
    assertEquals(
        List.of(Remark.Kind.UNREAD),
        outputs.stream()
            .flatMap(output -> output.remarks().stream())
            .map(Remark::kind)
            .distinct()
            .toList());
  }

  @Test
  void aServiceOfAnotherComputerThatIsMissingSaysNothingOfThisOne() {
    assertEquals(
        List.of(),
        facts(
            NativeOutput.of(
                file("PS C:\\> Get-Service -Name VSS -ComputerName FS02 | ConvertTo-Json\n"))));
  }

  @Test
  @Tag("slow")
  void noneOfThousandsOfCommandsTakesLong() {
    List<NativeOutput> outputs = NativeOutput.of(file("PS C:\\> Get-Process\n".repeat(100_000)));
    assertEquals(501, outputs.size());
    assertEquals(
        "typed.txt:501: more commands than anybody types; nothing is read from here on",
        outputs.get(500).remarks().get(0).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'Sommar2024' | ConvertTo-SecureString -AsPlainText -Force",
        "$p='Sommar2024'; Set-OBMachineSetting -EncryptionPassphrase $p",
        "\"Sommar2024\""
      })
  void aRemarkNamesNoTextThatSomebodyTyped(String typed) {
    assertEquals(
        List.of("typed.txt:1: what the command printed has none of the known formats"),
        NativeOutput.of(file("PS C:\\> " + typed + "\nwhat came out\n")).stream()
            .flatMap(output -> output.remarks().stream())
            .filter(remark -> remark.kind() != Remark.Kind.SECRET)
            .map(Remark::toString)
            .toList());
  }

  @Test
  @Tag("slow")
  void answersFarBelowTakeNoMoreThanTheirOwnLength() {
    TextFile session = file("\n".repeat(1_000_000) + "PS C:\\> Get-Process\n".repeat(400));
    List<NativeOutput> outputs =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> NativeOutput.of(session));
    assertEquals(400, outputs.size());
    assertEquals(
        "typed.txt:1000001: Get-Process printed nothing",
        outputs.get(0).remarks().get(0).toString());
  }

  @Test
  void whatAFormatIsToldByMayStandFarBelowTheBeginningOfTheFile() {
    List<NativeOutput> outputs =
        NativeOutput.of(
            file(
                "PS C:\\> Get-Process\n"
                    + "a line of a process\n".repeat(10_000)
                    + """
                    PS C:\\> wevtutil.exe qe Application /f:xml
                    <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>
                    <System><Provider Name='CloudBackup'/><EventID>11</EventID><Level>2</Level>
                    <Computer>MABS01</Computer></System>
                    <EventData><Data>The operation failed. (ID: 100034)</Data></EventData></Event>
                    PS C:\\>
                    """));
    assertEquals(
        List.of(10003),
        outputs.get(1).errors().stream().map(error -> error.source().line()).toList());
  }

  private static TextFile file(String text) {
    return TextFile.of("typed.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> facts(List<NativeOutput> outputs) {
    return outputs.stream()
        .flatMap(output -> output.facts().stream())
        .map(fact -> fact.source().line() + ": " + fact.of().apply("FS01"))
        .toList();
  }

  private static List<NativeOutput> read(String sample) {
    return NativeOutput.of(Sample.file(sample));
  }
}
