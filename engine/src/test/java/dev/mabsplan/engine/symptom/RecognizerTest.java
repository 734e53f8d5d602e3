package dev.mabsplan.engine.symptom;

import static dev.mabsplan.engine.symptom.SeedSymptoms.RECOGNIZER;
import static dev.mabsplan.engine.symptom.SeedSymptoms.knowing;
import static dev.mabsplan.engine.symptom.SeedSymptoms.symptom;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.mabsplan.engine.symptom.Recognition.By;
import dev.mabsplan.facts.DataSourceType;
import dev.mabsplan.facts.ReportedError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognizerTest {

  static final String COPIED_ALERT =
      """
      Affected area:\tTT-SQL01\\VirtualManagerDB
      Occurred since:\t2/20/2017 11:24:02 AM
      Description:\tThe replica of SQL Server 2016 database TT-SQL01\\VirtualManagerDB on \
      TT-SQL01.TT-SQL01-FC.corp.technologytoolbox.com is inconsistent with the protected data source. \
      … (ID 3106)
      The DPM job failed for SQL Server 2016 database … because the SQL Server instance refused a \
      connection to the protection agent. (ID 30172 Details: Internal error code: 0x80990F75)
      More information
      Recommended action:\tThis can happen if …
      Synchronize with consistency check.
      Run a synchronization job with consistency check...
      Resolution:\tTo dismiss the alert, click below
      Inactivate
      """;

  static final String MARKDOWN_ALERT =
      """
      Affected area:\tTT-SQL01\\\\VirtualManagerDB\\
      Occurred since:\t2/20/2017 11:24:02 AM\\
      Description:\tThe replica of SQL Server 2016 database TT-SQL01\\\\VirtualManagerDB on \
      TT-SQL01.TT-SQL01-FC.corp.technologytoolbox.com is inconsistent with the protected data source. \
      All protection activities for data source will fail until the replica is synchronized with \
      consistency check. You can recover data from existing recovery points, but new recovery points \
      cannot be created until the replica is consistent.

      For SharePoint farm, recovery points will continue getting created with the databases that are \
      consistent. To backup inconsistent databases, run a consistency check on the farm. (ID 3106)\\
      The DPM job failed for SQL Server 2016 database TT-SQL01\\\\VirtualManagerDB on \
      TT-SQL01.TT-SQL01-FC.corp.technologytoolbox.com because the SQL Server instance refused a \
      connection to the protection agent. (ID 30172 Details: Internal error code: 0x80990F75)\\
      More information\\
      Recommended action:\tReplica is inconsistent. Run a check.
      """;

  static final String EVENT =
      """
      Log Name: DPM Alerts
      Source: DPM-EM
      Date: 1/12/2026 22:00
      Event ID: 3106
      Task Category: None
      Level: Error
      Keywords: Classic
      User: N/A
      Computer: MABS01
      Description: The replica of Non VSS Datasource Writer on FS01 is inconsistent with the \
      protected data source. All protection activities for data source will fail until the replica is \
      synchronized with consistency check. (ID: 3106)
      The storage involving the current operation could not be read from or written to. (ID: 40003)
      """;

  private static List<String> ids(List<Recognition> recognitions) {
    return recognitions.stream().map(recognition -> recognition.symptom().id()).toList();
  }

  private static List<String> idsIn(String text) {
    return ids(RECOGNIZER.recognize(ReportedError.ofText(text)));
  }

  private static Recognition only(List<Recognition> recognitions) {
    assertEquals(1, recognitions.size(), recognitions::toString);
    return recognitions.get(0);
  }

  private static ReportedError error(
      @Nullable Integer id,
      @Nullable String product,
      @Nullable String message,
      @Nullable String text) {
    return new ReportedError(id, null, null, message, null, product, null, null, null, text, null);
  }

  private static ReportedError coded(String code, @Nullable String message) {
    return new ReportedError(null, code, null, message, null, null, null, null, null, null, null);
  }

  // whole alerts

  @Test
  void anAlertCopiedFromTheConsoleNamesItsDataSourceAndServer() {
    List<Recognition> all = RECOGNIZER.recognize(ReportedError.ofText(COPIED_ALERT));
    assertEquals(List.of("replica/inconsistent", "sql/refused"), ids(all));
    Recognition replica = all.get(0);
    assertEquals(By.ID, replica.by());
    assertEquals("ID 3106", replica.found());
    assertEquals("TT-SQL01.TT-SQL01-FC.corp.technologytoolbox.com", replica.server());
    assertEquals("TT-SQL01\\VirtualManagerDB", replica.dataSource());
    assertEquals(DataSourceType.SQL_DATABASE, replica.dataSourceType());
    // its message is cut short in the middle, so the label tells
    assertEquals("TT-SQL01\\VirtualManagerDB", all.get(1).dataSource());
  }

  @Test
  void anAlertInMarkdownReadsTheSame() {
    List<Recognition> all = RECOGNIZER.recognize(ReportedError.ofText(MARKDOWN_ALERT));
    assertEquals(List.of("replica/inconsistent", "sql/refused"), ids(all));
    for (Recognition recognition : all) {
      assertEquals("TT-SQL01.TT-SQL01-FC.corp.technologytoolbox.com", recognition.server());
      assertEquals("TT-SQL01\\VirtualManagerDB", recognition.dataSource());
      assertEquals(DataSourceType.SQL_DATABASE, recognition.dataSourceType());
    }
  }

  @Test
  void anEventCopiedFromTheEventViewerIsTheAlert() {
    Recognition replica = only(RECOGNIZER.recognize(ReportedError.ofText(EVENT)));
    assertEquals("replica/inconsistent", replica.symptom().id());
    assertEquals("FS01", replica.server());
    assertEquals("Non VSS Datasource Writer", replica.dataSource());
    assertNull(replica.dataSourceType());
  }

  @Test
  void anAccentThatStandsOnNoLetterIsNoWord() {
    Recognition replica =
        only(RECOGNIZER.recognize(ReportedError.ofText("Error \u0301 (ID 3106) \u0308")));
    assertEquals("replica/inconsistent", replica.symptom().id());
  }

  @Test
  void aPlaceholderLeftInATextNamesNobody() {
    Recognition replica =
        only(
            RECOGNIZER.recognize(
                ReportedError.ofText(EVENT.replace(" on FS01 ", " on \\<servername> "))));
    assertNull(replica.server());
    assertEquals("Non VSS Datasource Writer", replica.dataSource());
  }

  @Test
  void twoAlertsInOneTextAreTwoRecognitions() {
    String second =
        COPIED_ALERT.replace("VirtualManagerDB", "Master").replace("technologytoolbox", "contoso");
    List<Recognition> all =
        RECOGNIZER.recognize(ReportedError.ofText(COPIED_ALERT + "\n" + second)).stream()
            .filter(recognition -> recognition.symptom().id().equals("replica/inconsistent"))
            .toList();
    assertEquals(2, all.size(), all::toString);
    assertEquals("TT-SQL01\\Master", all.get(0).dataSource());
    assertEquals("TT-SQL01\\VirtualManagerDB", all.get(1).dataSource());
  }

  @Test
  void aFieldIsBelievedBeforeTheText() {
    ReportedError error =
        ReportedError.ofText(COPIED_ALERT).withServer("SQL02").withDataSource("SQL02\\Other");
    Recognition replica = RECOGNIZER.recognize(error).get(0);
    assertEquals("SQL02", replica.server());
    assertEquals("SQL02\\Other", replica.dataSource());
  }

  @Test
  void anErrorOfTheConsoleInANotebookNamesItsServer() {
    Recognition recognition =
        only(
            knowing(
                    symptom("agent/unknown")
                        .ids("dpm", 307)
                        .messages(
                            "The protection agent operation failed because DPM detected an unknown"
                                + " DPM protection agent on {server}.")
                        .known())
                .recognize(
                    ReportedError.ofText(
                        """
                        > Error:\\
                        > Data Protection Manager Error ID: 307\\
                        > The protection agent operation failed because DPM detected an unknown DPM
                        > protection agent on tt-hv05d.corp.technologytoolbox.com.
                        >
                        > Recommended action:\\
                        > Use Add or Remove Programs in Control Panel to uninstall the protection agent from
                        > tt-hv05d.corp.technologytoolbox.com, then reinstall the protection agent and perform
                        > the operation again.
                        """)));
    assertEquals("ID 307", recognition.found());
    assertEquals("tt-hv05d.corp.technologytoolbox.com", recognition.server());
  }

  @Test
  void aSourceThatIsNoEventProviderLimitsNothing() {
    assertEquals(
        List.of("replica/inconsistent"), idsIn("Source: a colleague\nReplica trouble (ID 3106)"));
  }

  @Test
  void everyMessageOfATextNamesItsOwnPlace() {
    String message = "The replica of %s on %s is inconsistent with the protected data source. ";
    List<Recognition> all =
        RECOGNIZER.recognize(
            ReportedError.ofText(
                message.formatted("Volume E:\\", "FS02")
                    + message.formatted("Volume D:\\", "FS01")));
    assertEquals(List.of("D:\\", "E:\\"), all.stream().map(Recognition::dataSource).toList());
    assertEquals(
        "The replica of Volume D:\\ on FS01 is inconsistent with the protected data source",
        all.get(0).found());
  }

  @Test
  void theAdviceOfAnAlertIsNotItsTrouble() {
    assertEquals(
        List.of(),
        idsIn(
            """
            Affected area: D:\\
            Description: Something else happened.
            Recommended action: Check first. Replica is inconsistent. (ID 3106)
            Resolution: Error ID: 2013
            """));
    assertEquals(
        List.of("replica/inconsistent"),
        idsIn("| Backup | Repliken är inkonsekvent | Rekommenderad åtgärd: <br> Fel-ID: 2013 |"));
  }

  // numbers

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(ID 3106)",
        "(ID: 3106)",
        "… (ID 3106 Details: Internal error code: 0x80990F75)",
        "(ID 3106 Details: Access is denied (0x80070005))",
        "(ID 3106: Details: VssError:\nDas angegebene Objekt wurde nicht gefunden. (0x80042308))",
        "(I\nD 3106)",
        "(ID 31\n06)",
        "(ID\n3106)",
        "(**ID** 3106)",
        "(ID\u00a03106)",
        "> (ID\n> 3106)",
        "Error 3106:",
        "error 3106",
        "Error 3106.",
        "Data Protection Manager Error ID: 3106",
        "ID: 3106",
        "Error ID: 3106",
        "Fel-ID: 3106",
        "Felkod: 3106",
        "Event ID: 3106",
        "Händelse-ID: 3106",
        "Source: DPM-EM\nEvent ID: 3106",
        "Vault Credentials Error: 3106",
        "Operation failed. ID: 3106",
        "AlertID      : 3106",
        "[0xC22]",
        "\\[0xC22\\]"
      })
  void aNumberIsFoundInEverySpelling(String text) {
    assertEquals(List.of("replica/inconsistent"), idsIn(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Exchange 2013",
        "SQL Server 2016 and Exchange 2013 are protected.",
        "2013",
        "(2013)",
        "2/20/2013",
        "ID: Exchange 2013",
        "Task ID 2013",
        "Process ID: 2013",
        "Process\nID: 2013",
        "LinkID=2013",
        "Error 2013 of 3000",
        "Error: 2013",
        "Error 2013/01/02: x",
        "Error ID: 20131234",
        "Error ID: 2013-01-02",
        "(WSB Event ID: 2013, WSB Error Code: 0x6B48C3A0)",
        "ID 2013.5",
        "HTTP Error 2013.",
        "It failed with error 2013.",
        "0x80072013",
        "Source: VSS\nEvent ID: 2013",
        "Log Name: System\nEvent ID: 2013"
      })
  void aBareNumberOrAnothersIsNone(String text) {
    assertEquals(List.of(), idsIn(text));
  }

  @Test
  void aShortHexadecimalCodeIsANumberAndAnHresultIsNot() {
    assertEquals("0x29834", only(RECOGNIZER.recognize(coded("0x29834", null))).found());
    assertEquals(List.of("policy/retention"), idsIn("internal service error [0x29834]."));
    assertEquals(List.of("azure/connection"), idsIn("It failed (0x186D2)"));
    assertEquals(List.of(), idsIn("It failed (0x80070015)"));
    assertEquals(List.of(), idsIn("WIN32_EXIT_CODE    : 1077  (0xC22)"));
    assertEquals(List.of(), idsIn("It failed [0x298"));
  }

  @Test
  void aNumberCutInTwoIsNone() {
    assertEquals(List.of(), idsIn("It failed (ID 319"));
    assertEquals(List.of(), idsIn("It failed. Error ID: 319…"));
    assertEquals(List.of(), idsIn("It failed (Error ID: 319"));
  }

  @Test
  void aNumberCountsWithinItsProductOnly() {
    assertEquals(List.of(), ids(RECOGNIZER.recognize(error(4024, "dpm", null, null))));
    assertEquals(
        List.of("setup/agent-installation"),
        ids(RECOGNIZER.recognize(error(4024, "Setup", null, null))));
    assertEquals(
        List.of("setup/agent-installation"),
        ids(RECOGNIZER.recognize(error(4024, null, null, null))));
    assertEquals(
        List.of("online/snapshot"), ids(RECOGNIZER.recognize(error(100034, "dpm", null, null))));
    assertEquals(
        List.of("replica/inconsistent"),
        ids(RECOGNIZER.recognize(error(3106, "MARS", null, null))));
    assertEquals(
        List.of(),
        ids(RECOGNIZER.recognize(error(null, "Microsoft-Windows-Backup", null, "(ID 3106)"))));
  }

  @Test
  void theEventsOfAProviderAreItsOwn() {
    Recognizer recognizer =
        knowing(symptom("wsb/failed").ids("Microsoft-Windows-Backup", 517).known());
    assertEquals(
        List.of("wsb/failed"),
        ids(
            recognizer.recognize(
                ReportedError.ofText("Source: Microsoft-Windows-Backup\nEvent ID: 517"))));
    assertEquals(
        List.of(),
        ids(recognizer.recognize(ReportedError.ofText("Source: DPM-EM\nEvent ID: 517"))));
  }

  @Test
  void numbersOfWindowsContradictNothing() {
    assertEquals(
        List.of("replica/inconsistent"),
        idsIn("Replica is inconsistent. Exchange 2013 on 2/20/2017 with error 10013."));
    assertEquals(
        List.of("replica/inconsistent"),
        idsIn("Error 10013: no access.\nReplica is inconsistent."));
  }

  @Test
  void aGenericNumberNeedsSomethingBesideIt() {
    assertEquals(List.of(), idsIn("Something failed (ID 104)"));
    assertEquals(
        List.of("backup/not-ready"),
        idsIn("Something failed (ID 104 Details: The device is not ready (0x80070015))"));
    assertEquals(
        List.of("backup/not-ready"),
        idsIn(
            "An unexpected error occurred while the job was running. The device is not ready."
                + " (ID 104)"));
    assertEquals(List.of(), idsIn("Something failed (ID 2033 Details: not ready (0x80070015))"));
    assertEquals(List.of(), idsIn("Operation failed. ID: 12"));
  }

  @Test
  void anOperationIsSomethingBesideAGenericNumber() {
    ReportedError operation =
        new ReportedError(
            120002, null, null, null, "ändra\nLösenfras", null, null, null, null, null, null);
    assertEquals(List.of("passphrase/unsupported"), ids(RECOGNIZER.recognize(operation)));
    assertEquals(
        List.of("passphrase/unsupported"), idsIn("Change passphrase: it went wrong. ID: 120002"));
    assertEquals(List.of(), ids(RECOGNIZER.recognize(ReportedError.ofId(120002))));
  }

  @Test
  void aGenericMessageNeedsANumberBesideIt() {
    assertEquals(List.of(), idsIn("Operation failed."));
    assertEquals(
        List.of("passphrase/unsupported"),
        idsIn("Change passphrase: Operation failed. ID: 120002"));
  }

  @Test
  void aGenericMessageAndAGenericNumberProveNothingTogether() {
    assertEquals(List.of(), idsIn("Operation failed. ID: 120002"));
    assertEquals(List.of(), idsIn("Åtgärden misslyckades. ID: 120002"));
  }

  @Test
  void anotherOperationExcludesWhatAGenericNumberCouldMean() {
    ReportedError recovery =
        new ReportedError(
            120002,
            null,
            null,
            "Operation failed.",
            "Recovery",
            null,
            null,
            null,
            null,
            null,
            null);
    assertEquals(List.of(), ids(RECOGNIZER.recognize(recovery)));
  }

  // names

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CBPSourceSnapshotFailedReplicaInconsistent",
        "cbpsourcesnapshotfailedreplicainconsistent",
        "    + FullyQualifiedErrorId : CBPSourceSnapshotFailedReplicaInconsistent,Microsoft.Internal",
        "    + FullyQualifiedErrorId : CBPSourceSnapshotFailedRep\nlicaInconsistent,Microsoft.Internal",
        "### <a name=\"x\"></a>CBPSourceSnapshotFailedReplicaInconsistent",
        "`CBPSourceSnapshotFailedReplicaInconsistent`"
      })
  void aSymbolicNameDecides(String text) {
    Recognition recognition = only(RECOGNIZER.recognize(ReportedError.ofText(text)));
    assertEquals("cbp/inconsistent", recognition.symptom().id());
    assertEquals(By.NAME, recognition.by());
  }

  @Test
  void aSymbolicNameMayStandInAField() {
    String name = "cbpSourceSnapshotFailedReplicaInconsistent";
    assertEquals(List.of("cbp/inconsistent"), ids(RECOGNIZER.recognize(coded(name, null))));
    assertEquals(
        List.of("cbp/inconsistent"),
        ids(
            RECOGNIZER.recognize(
                new ReportedError(
                    null,
                    null,
                    name + ",Microsoft.Internal",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null))));
  }

  @Test
  void aLongerNameIsAnother() {
    assertEquals(List.of(), idsIn("CBPSourceSnapshotFailedReplicaInconsistentOrSo"));
    assertEquals(List.of(), idsIn("XCBPSourceSnapshotFailedReplicaInconsistent"));
  }

  // messages

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          replica/inconsistent | Replica is inconsistent
          replica/inconsistent | Repliken är inkonsekvent.
          replica/inconsistent | DPM: Replica is inconsistent (3106)
          replica/inconsistent | The server says "Replica is inconsistent" since Monday.
          vault/invalid-credentials | Invalid vault credentials provided. The file is corrupted or doesn’t have the latest credentials associated with the recovery service.
          vault/invalid-credentials | Invalid vault credentials provided. The file is either corrupted or doesn't have the latest credentials associated with recovery service. (ID: 34513)
          vault/invalid-credentials | Ogiltiga valvautentiseringsuppgifter har angetts. Filen är skadad eller har inte de senaste autentiseringsuppgifterna som är associerade med återställningstjänsten.
          online/snapshot | Windows Azure Backup Agent was unable to create a snapshot of the selected volume
          online/snapshot | **Felmeddelande:** Windows Azure Backup Agent kunde inte skapa en ögonblicksbild av den valda volymen. <br> **Lösning:** Prova att öka utrymmet
          online/obengine | The Windows Azure Backup Agent can't connect to the OBEngine service
          online/obengine | The Windows Azure Backup Agent can not connect to the OBEngine service.
          online/obengine | Windows Azure Backup-agenten kan inte ansluta till OBEngine-tjänsten <br> **Lösning:** x
          online/passphrase | The encryption passphrase for this server isn't set. Configure an encryption passphrase.
          online/passphrase | Krypteringsfrasen för den här servern har inte angetts. Konfigurera en krypteringsfras.
          cbp/missing | Backup failed because the disk-backup replica is either invalid or missing.
          cbp/missing | Säkerhetskopieringen misslyckades eftersom disksäkerhetskopieringsrepliken är ogiltig eller saknas.
          cbp/metadata | Source volume snapshot failed because metadata on replica is invalid
          cbp/metadata | &Ouml;gonblicksbilden av k&auml;llvolymen misslyckades eftersom metadata p&aring; repliken &auml;r ogiltiga.
          cbp/inconsistent | SOURCE VOLUME SNAPSHOT FAILED DUE TO INCONSISTENT DATASOURCE REPLICA.
          cbp/inconsistent | Ögonblicksbilden av källvolymen misslyckades på grund av inkonsekvent datakällreplik.
          cbp/cloning | Backup failed as the disk-backup replica couldn't be cloned.
          cbp/cloning | Det gick inte att säkerhetskopiera eftersom disksäkerhetskopieringsrepliken inte kunde klonas.
          """)
  void aKnownMessageIsRecognisedHoweverItIsWritten(String symptom, String text) {
    assertEquals(List.of(symptom), idsIn(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If the replica is inconsistent, run a check.",
        "Om repliken är inkonsekvent, kör en konsekvenskontroll.",
        "Replica is inconsistent with your expectations",
        "Replica is inconsistent\nwith your expectations",
        "My replica is inconsistent.",
        "the server (FS01) replica is inconsistent.",
        "non-replica is inconsistent.",
        "Replica is inconsistently named.",
        "A replica-is-inconsistent alert may appear.",
        "Is the\nreplica is inconsistent?",
        "Please do change tracking and the device is not ready.",
        "Unable to configure anything."
      })
  void aSentenceThatOnlyHoldsItsWordsIsNotTheMessage(String text) {
    assertEquals(List.of(), idsIn(text));
  }

  @Test
  void aMessageEndsInAServerWithItsFullStops() {
    String message =
        "The agent operation failed because of a communication error with the DPM Agent"
            + " Coordinator service on %s.";
    for (String server : List.of("FS01", "fs01.corp.contoso.com", "10.0.0.1")) {
      for (String after :
          List.of("", " (ID 319)", "\nMore information", " Check the firewall.", "\n")) {
        Recognition recognition =
            only(RECOGNIZER.recognize(ReportedError.ofText(message.formatted(server) + after)));
        assertEquals(server, recognition.server(), after);
      }
    }
    assertNull(
        only(RECOGNIZER.recognize(ReportedError.ofText(message.formatted("\\<ServerName> "))))
            .server());
  }

  @Test
  void aMessageNamesItsDataSource() {
    Recognition volume =
        only(
            RECOGNIZER.recognize(
                ReportedError.ofText(
                    "The replica of Volume D:\\ on FS01 is inconsistent with the protected data"
                        + " source.")));
    assertEquals("D:\\", volume.dataSource());
    assertEquals(DataSourceType.VOLUME, volume.dataSourceType());
    assertEquals("FS01", volume.server());
    Recognition odd =
        only(
            RECOGNIZER.recognize(
                ReportedError.ofText(
                    "The replica of Backup on disk on FS01 is inconsistent with the protected data"
                        + " source.")));
    assertEquals("Backup on disk", odd.dataSource());
    assertEquals("FS01", odd.server());
  }

  @Test
  void marksOfTheMessageBelongToNoName() {
    Recognition recognition =
        only(
            RECOGNIZER.recognize(
                ReportedError.ofText(
                    "DPM encountered error from VMware while trying to get ChangeTracking"
                        + " information. Server - esx01 ErrorCode - FileFaultFault (ID 33621)")));
    assertEquals("esx01", recognition.server());
    assertEquals(By.ID, recognition.by());
  }

  @Test
  void marksMayStandBeforeTheFullStop() {
    Recognizer recognizer =
        knowing(
            symptom("pool/low")
                .messages("The used space on {volume} has exceeded the threshold of {threshold}%.")
                .known(),
            symptom("pool/half").messages("The pool is full by 50%.").known());
    assertEquals(
        List.of("pool/low"),
        ids(
            recognizer.recognize(
                ReportedError.ofText(
                    "The used space on D:\\ has exceeded the threshold of 85%. (ID 33514)"))));
    assertEquals(
        List.of("pool/half"),
        ids(recognizer.recognize(ReportedError.ofText("The pool is full by 50%."))));
  }

  @Test
  void aNumberThatIsNotTheMessagesContradictsIt() {
    assertEquals(List.of(), idsIn("Replica is inconsistent (ID 3104)"));
    assertEquals(List.of(), idsIn("Error 3104: Replica is inconsistent"));
    assertEquals(
        List.of("sql/refused"), idsIn("Replica is inconsistent. Something else. (ID 30172)"));
    assertEquals(
        List.of(), ids(RECOGNIZER.recognize(error(3104, null, "Replica is inconsistent", null))));
    // another product's number says nothing
    assertEquals(
        List.of("replica/inconsistent"),
        ids(RECOGNIZER.recognize(error(3104, "setup", "Replica is inconsistent", null))));
    // and a symptom that has no number cannot be contradicted by one
    assertEquals(
        List.of("x/y"),
        ids(
            knowing(symptom("x/y").messages("Replica is inconsistent").known())
                .recognize(ReportedError.ofText("Replica is inconsistent (ID 3104)"))));
  }

  @Test
  void anEventHasItsProvidersNumberAndQuotesThoseOfTheCatalogue() {
    assertEquals(
        List.of("sql/refused"),
        ids(RECOGNIZER.recognize(error(999, "MSDPM", "The job failed. (ID 30172)", null))));
    assertEquals(List.of(), ids(RECOGNIZER.recognize(error(30172, "MSDPM", "It failed.", null))));
  }

  @Test
  void everySegmentBelongsToItsOwnNumber() {
    assertEquals(
        List.of("online/obengine", "online/snapshot"),
        idsIn(
            "Windows Azure Backup Agent was unable to create a snapshot of the selected volume."
                + " (ID 100034)\nThe Windows Azure Backup Agent cannot connect to the OBEngine"
                + " service. (ID 100052)"));
  }

  @Test
  void theTagOfAnInternalErrorTellsPolicyChangesApart() {
    String text =
        "The backup policy could not be modified. Error: The current operation failed due to an"
            + " internal service error [%s]. Retry the operation after some time has passed.";
    assertEquals(List.of("policy/retention"), idsIn(text.formatted("0x29834")));
    assertEquals(List.of(), idsIn(text.formatted("0x1FC07")));
    assertEquals(List.of(), idsIn(text.formatted("0x1FC07") + " (ID: 100066)"));
    assertEquals(
        List.of(),
        ids(
            RECOGNIZER.recognize(
                coded("0x1FC07", text.substring(0, text.indexOf(" [%s]")) + "."))));
  }

  @Test
  void aLongerMessageHidesTheShorterWithinIt() {
    Recognizer recognizer =
        knowing(
            symptom("a/short").messages("Operation failed.").known(),
            symptom("b/long").messages("Operation failed. Provide a PIN.").known());
    assertEquals(
        List.of("b/long"),
        ids(recognizer.recognize(ReportedError.ofText("Operation failed. Provide a PIN."))));
    assertEquals(
        List.of("a/short"),
        ids(recognizer.recognize(ReportedError.ofText("Operation failed. Provide help."))));
  }

  @Test
  void aTextCutOffInAMessageIsRecognisedWhereItCanBeNoOther() {
    assertEquals(
        List.of("online/passphrase"),
        idsIn("The encryption passphrase for this server is not set. Please conf…"));
    assertEquals(
        List.of("online/passphrase"),
        idsIn("The encryption passphrase for this server is not set. Please conf... (ID 34505)"));
    assertEquals(List.of(), idsIn("The encryption passphrase for"));
    // two messages begin like this
    assertEquals(
        List.of(),
        idsIn(
            "Setup could not update registry metadata. This update failure could lead to overusage"
                + " of storage consumption. To avoid this update the"));
    assertEquals(
        List.of("setup/refs-trimming"),
        idsIn(
            "Setup could not update registry metadata. This update failure could lead to overusage"
                + " of storage consumption. To avoid this update the ReFS"));
  }

  @Test
  void aNameCutOffIsNoName() {
    Recognition recognition =
        only(
            RECOGNIZER.recognize(
                ReportedError.ofText(
                    "The agent operation failed because of a communication error with the DPM Agent"
                        + " Coordinator service on FS0…")));
    assertNull(recognition.server());
  }

  @Test
  void theOrderIsThatOfTheSymptoms() {
    assertEquals(
        List.of("cbp/cloning", "email/account", "replica/inconsistent"),
        idsIn("Error ID: 2013\n(ID 3106)\n(ID 100193)"));
  }
}
