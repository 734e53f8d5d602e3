package dev.mabsplan.engine.symptom.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.symptom.ErrorText;
import dev.mabsplan.facts.ReportedError;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertTest {

  private static List<Alert> in(String text) {
    return Alert.in(CopiedText.clean(text), number -> false, Products.SHIPPED);
  }

  private static Alert only(String text) {
    List<Alert> alerts = in(text);
    assertEquals(1, alerts.size(), alerts.toString());
    return alerts.get(0);
  }

  private static String headline(String text) {
    return ErrorText.of(ReportedError.ofText(text)).headline();
  }

  @Nested
  class OfTheConsole {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Affected area: D:\\ on FS01\nDescription: It failed.",
          "Affected area: D:\\ på FS01\nDescription: It failed.",
          "Berört område: Volym D:\\ på FS01\nBeskrivning: Det misslyckades.",
          "Affected area: D:\\\nComputer: FS01\nProtection group: Files\nDescription: It failed.",
          "Område som påverkas: D:\\\nSkyddad dator: FS01\nSkyddsgrupp: Filer\nBeskrivning: Fel.",
          "Computer: FS01\nData source: D:\\\nDescription: It failed."
        })
    void theDataSourceAndItsServerAreTold(String text) {
      assertEquals(List.of("D:\\", "FS01"), List.of(only(text).area(), only(text).server()));
    }

    @Test
    void aNameAloneIsTheAreaOfNobody() {
      Alert alert = only("Affected area: Library 1\nDescription: It failed.");
      assertEquals("Library 1", alert.area());
    }

    @Test
    void whatIsSaidBehindTheWordOfALabelIsNotLost() {
      assertEquals(
          "Path: the folder of the backup is missing on FS01.",
          headline("Path: the folder of the backup is missing on FS01."));
    }

    @Test
    void theGroupIsNotWhatHappened() {
      assertEquals("It failed.", headline("Protection group: Files\nDescription: It failed."));
    }
  }

  @Nested
  class OfOperationsManager {

    private static final String MAIL =
        """
        Alert: DPM: Replica is inconsistent (3106)
        Source: D:\\ on FS01
        Path: MABS01.contoso.com
        Last modified by: System
        Alert description: The replica is inconsistent.
        """;

    @Test
    void theSourceIsWhatItIsAbout() {
      assertEquals(List.of("D:\\", "FS01"), List.of(only(MAIL).area(), only(MAIL).server()));
    }

    @Test
    void thePathBeginsWithTheBackupServer() {
      assertEquals(
          Optional.of("MABS01.contoso.com"),
          ErrorText.backupServerIn(ReportedError.ofText(MAIL.replace(".com", ".com\\DPM"))));
    }

    @Test
    void theNumberOfItsNameIsThatOfTheAlert() {
      assertEquals(List.of(3106), only(MAIL).eventIds());
    }

    @Test
    void theNextNameBeginsTheNextAlert() {
      assertEquals(2, in(MAIL + "\n" + MAIL).size());
    }

    @Test
    void aNameWithoutADescriptionIsWhatHappened() {
      assertEquals(
          "DPM: Replica is inconsistent (3106)",
          headline(
              "Alert: DPM: Replica is inconsistent (3106)\nSource: D:\\ on FS01\nPath: MABS01"));
    }
  }

  @Nested
  class OfTheEventLog {

    private static final String EVENT =
        """
        Log Name:      Application
        Source:        MSDPM
        Event ID:      976
        Level:         Error
        Computer:      MABS01.example.com
        Description:
        %s
        The DPM job failed because it could not contact the DPM engine.
        """;

    @ParameterizedTest
    @ValueSource(
        strings = {
          "The description for Event ID 976 from source MSDPM cannot be found. Either the component"
              + " that raises this event is not installed on your local computer or the installation"
              + " is corrupted.",
          "The description for Event ID 976 from source MSDPM cannot be found.\n\nThe following"
              + " information was included with the event:\n",
          "Det går inte att hitta beskrivningen för händelse-ID 976 från källan MSDPM."
        })
    void thatItHasNoDescriptionIsNotWhatHappened(String instead) {
      assertEquals(
          "The DPM job failed because it could not contact the DPM engine.",
          headline(EVENT.formatted(instead)));
    }

    @Test
    void whatStandsInPlaceOfADescriptionHasTheNumberOfTheEvent() {
      Alert alert =
          only("The description for Event ID 976 from source MSDPM cannot be found.\nIt failed.");
      assertEquals("MSDPM [976]", alert.provider() + " " + alert.eventIds());
    }

    @Test
    void theHeadOfTheNextEventIsNoPartOfThisOne() {
      String event = "Log Name: DPM Alerts\nSource: DPM-EM\nDescription:\nIt failed.\n\n";
      assertEquals(
          List.of("It failed.", "It failed."),
          in("Event[0]:\n" + event + "Event[1]:\n" + event).stream()
              .flatMap(alert -> alert.passages().stream())
              .map(passage -> passage.text().strip())
              .toList());
    }

    @Test
    void onlyAnEventOfTheBackupServerTellsWhichItIs() {
      assertEquals(
          Optional.empty(),
          ErrorText.backupServerIn(
              ReportedError.ofText("Source: VSS\nEvent ID: 1\nComputer: FS01\nDescription: Fel.")));
    }
  }
}
