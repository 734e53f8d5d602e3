package dev.mabsplan.facts.windows.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventMessageTest {

  private static final String SAID = "The DPM job failed because it could not contact the engine.";

  @Test
  void whatHasADescriptionIsTakenAsItIs() {
    assertEquals(Optional.of(SAID), EventMessage.of(SAID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        The description for Event ID 976 from source MSDPM cannot be found. Either the component \
        that raises this event is not installed on your local computer or the installation is \
        corrupted.
        %s
        """,
        """
        The description for Event ID 976 from source MSDPM cannot be found. Either the component \
        that raises this event is not installed on your local computer or the installation is \
        corrupted. You can install or repair the component on the local computer.

        If the event originated on another computer, the display information had to be saved with \
        the event.

        The following information was included with the event:\s

        %s

        The message resource is present but the message was not found in the message table
        """,
        """
        The description for Event ID ( 976 ) in Source ( MSDPM ) cannot be found. The local \
        computer may not have the necessary registry information or message DLL files to display \
        messages from a remote computer. You may be able to use the /AUXSOURCE= flag to retrieve \
        this description; see Help and Support for details. The following information is part of \
        the event: %s
        """,
        """
        The description for Event ID 976 from source
        Microsoft.Dpm.Engine cannot be found. Either the component that raises
        this event is not installed on your local computer or the installation
        is corrupted.
        The following information was included with the event:
        NULL
        %s
        the message resource is present but the message is not found in the string/message table
        """,
        """
        Det går inte att hitta beskrivningen för händelse-ID 976 från källan MSDPM. Antingen är \
        komponenten som väcker den här händelsen inte installerad på den lokala datorn eller så är \
        installationen skadad. Du kan installera eller reparera komponenten på den lokala datorn.

        Om händelsen har sitt ursprung på en annan dator måste visningsinformationen sparas med \
        händelsen.

        Följande information ingick i händelsen:

        %s
        """,
        """
        Beskrivningen för händelse-ID 976 från källan MSDPM kan inte hittas. Antingen är \
        komponenten inte installerad på den lokala datorn eller så är installationen skadad.
        Följande information medföljde händelsen:
        %s
        Meddelanderesursen finns men meddelandet hittades inte i meddelandetabellen
        """
      })
  void thatThereIsNoDescriptionIsNoneOfTheMessage(String shown) {
    assertEquals(Optional.of(SAID), EventMessage.of(shown.formatted(SAID)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "N/A",
        " \n",
        "The description for Event ID 976 from source MSDPM cannot be found.",
        "The description for Event ID 976 from source MSDPM cannot be found.\n\nThe system cannot"
            + " find the file specified"
      })
  void whereNothingElseIsSaidThereIsNoMessage(String shown) {
    assertEquals(Optional.empty(), EventMessage.of(shown));
  }
}
