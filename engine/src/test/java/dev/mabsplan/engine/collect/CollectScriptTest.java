package dev.mabsplan.engine.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.pack.Shell;
import dev.mabsplan.facts.ServerRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectScriptTest {

  private static final Site BACKUP_SERVER = new Site.Every(ServerRole.BACKUP_SERVER);
  private static final Site PROTECTED_SERVER = new Site.Every(ServerRole.PROTECTED_SERVER);

  @Test
  void aCommandStandsInTheScriptAsItStandsInThePlan() {
    String command =
        "Get-Service -Name 'SQLAgent$*', SQLSERVERAGENT | Select-Object Name, Status | ConvertTo-Json";
    assertEquals(
        List.of(
            "# the backup server",
            "if ($role -ne 'protectedServer') {",
            "    # services[SQLAgent$*].state",
            "    Ask '01-asked' -Probe 'test/asked' { " + command + " }",
            "}"),
        questions(lookup(BACKUP_SERVER, Shell.POWERSHELL, command, "services[SQLAgent$*].state")));
  }

  @Test
  void aCommandForTheCommandPromptThatPowerShellReadsAlikeStandsAsItIs() {
    String command =
        "reg.exe query \"HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Setup\" /v InstallPath";
    assertTrue(
        questions(lookup(PROTECTED_SERVER, Shell.CMD, command, "registryValues[a, b]"))
            .contains("    Ask '01-asked' -Probe 'test/asked' { " + command + " }"));
  }

  @Test
  void anyOtherIsRunByTheCommandPromptAndShownAsItWasTyped() {
    assertTrue(
        questions(lookup(BACKUP_SERVER, Shell.CMD, "dir \"%TEMP%\" & echo it's", "folders[temp]"))
            .contains(
                "    Ask '01-asked' -Probe 'test/asked' -Typed 'dir \"%TEMP%\" & echo it''s'"
                    + " { cmd.exe /d /s /c 'dir \"%TEMP%\" & echo it''s' }"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sc query VSS",
        "net start",
        "wmic.exe volume get Name,Capacity",
        "fltmc.exe filters @all"
      })
  void whatCouldBeAnAliasOrAListInPowerShellIsRunByTheCommandPrompt(String command) {
    assertTrue(
        questions(lookup(BACKUP_SERVER, Shell.CMD, command, "services"))
            .contains(
                "    Ask '01-asked' -Probe 'test/asked' -Typed '%1$s' { cmd.exe /d /s /c '%1$s' }"
                    .formatted(command)));
  }

  @Test
  void aQuotationMarkThatPowerShellTakesForAStraightOneEndsNoText() {
    assertTrue(
        questions(lookup(BACKUP_SERVER, Shell.CMD, "echo it\u2019s & x.exe", "folders[temp]"))
            .contains(
                "    Ask '01-asked' -Probe 'test/asked' -Typed 'echo it\u2019\u2019s & x.exe'"
                    + " { cmd.exe /d /s /c 'echo it\u2019\u2019s & x.exe' }"));
  }

  @Test
  void cmdletsOfDpmAreMarkedForWindowsPowerShell() {
    assertTrue(
        questions(
                lookup(
                    BACKUP_SERVER, Shell.DPM_SHELL, "Get-DPMJob | ConvertTo-Json", "runningJobs"))
            .contains(
                "    Ask '01-asked' -Probe 'test/asked' -WithDpm { Get-DPMJob | ConvertTo-Json }"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Get-VM -Name '{dataSource}'", "Get-VM -Name '<dataSource>'"})
  void whatNeedsANameThatNobodySaidIsLeftOutAndSaysSo(String command) {
    List<String> questions =
        questions(lookup(BACKUP_SERVER, Shell.POWERSHELL, command, "vmwareDisks"));
    assertTrue(
        questions.get(3).startsWith("    # left out, since nothing says yet"), questions::toString);
    assertTrue(questions.get(3).endsWith(": " + command), questions::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Get-Item 'C:\\Windows",
        "Get-Item \"C:\\Windows",
        "Get-ChildItem | Where-Object { $_.Name",
        "Get-Item C:\\ }; Remove-Item x; & { $true",
        "Get-Item C:\\ # and so on",
        "Get-Item \u2018C:\\Windows",
        "Get-Item 'C:\\Windows\u2019",
        "Get-Item C:\\\nGet-Item D:\\"
      })
  void whatWouldSwallowTheRestOfTheScriptIsLeftOut(String command) {
    List<String> questions = questions(lookup(BACKUP_SERVER, Shell.POWERSHELL, command, "folders"));
    assertEquals(5, questions.size());
    assertTrue(
        questions
            .get(3)
            .startsWith("    # left out, since it is not one whole command in one line: "),
        questions::toString);
  }

  @Test
  void aServerIsAskedOnlyWhatIsItsOwn() {
    List<String> questions =
        questions(
            lookup(Site.of("FS01.contoso.com"), Shell.CMD, "fltmc.exe filters", "interference"),
            lookup(Site.of("MABS01"), Shell.CMD, "fltmc.exe filters", "interference"));
    assertTrue(questions.contains("if ($names -contains 'FS01') {"), questions::toString);
    assertTrue(questions.contains("if ($names -contains 'MABS01') {"), questions::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FS09'; Remove-Item C:\\ '", "FS09\u2019) { calc }", "FS09\nRemove-Item"})
  void noNameOfAServerBecomesPartOfTheProgram(String name) {
    String script =
        CollectScript.of(List.of(lookup(new Site.One(name), Shell.CMD, "fltmc.exe filters", "x")));
    assertFalse(script.contains("FS09"), script);
  }

  @Test
  void aServerThatIsKnownByItsAddressAloneIsLeftOutAndThatIsSaid() {
    assertEquals(
        List.of("# left out, since it is no name of a computer: the questions of 10.0.0.5"),
        questions(lookup(Site.of("10.0.0.5"), Shell.CMD, "fltmc.exe filters", "interference")));
  }

  @Test
  void noFactBecomesPartOfTheProgram() {
    List<String> questions =
        questions(
            lookup(
                BACKUP_SERVER, Shell.CMD, "fltmc.exe filters", "volumes[D\r\nRemove-Item C:\\].x"));
    assertEquals("    # volumes[D Remove-Item C:\\].x", questions.get(2));
  }

  @Test
  void noFactShowsTheProgramInAnotherOrderThanItIsRead() {
    List<String> questions =
        questions(
            lookup(BACKUP_SERVER, Shell.CMD, "fltmc.exe filters", "volumes[D\u202Eexe.x\u2066]"));
    assertEquals("    # volumes[D exe.x ]", questions.get(2));
  }

  @Test
  void whatCannotBeWrittenToAnArchiveIsKept() {
    String script = CollectScript.of(List.of());
    int writes = script.indexOf("Compress-Archive -LiteralPath");
    assertTrue(script.indexOf("-ErrorAction Stop", writes) < script.indexOf("\n", writes), script);
    assertTrue(script.indexOf("Remove-Item", writes) > writes, script);
  }

  @Test
  void theScriptNamesTheServersItIsFor() {
    String script =
        CollectScript.of(
            List.of(
                lookup(Site.of("FS01"), Shell.CMD, "fltmc.exe filters", "interference"),
                lookup(BACKUP_SERVER, Shell.CMD, "fltmc.exe filters", "interference")));
    assertTrue(script.contains("They are for: \" + 'FS01, the backup server')"), script);
  }

  private static Lookup lookup(Site site, Shell shell, String command, String fact) {
    return new Lookup(site, "test/asked", shell, command, List.of(fact));
  }

  /** The part of the script between its frame, without blank lines. */
  private static List<String> questions(Lookup... lookups) {
    return CollectScript.of(List.of(lookups))
        .lines()
        .dropWhile(line -> !line.startsWith("Write-Host \"Asking"))
        .skip(1)
        .takeWhile(line -> !line.startsWith("if (Get-ChildItem"))
        .filter(line -> !line.isBlank())
        .toList();
  }
}
