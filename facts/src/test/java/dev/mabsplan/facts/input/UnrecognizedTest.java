package dev.mabsplan.facts.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.format.TextFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnrecognizedTest {

  private static Optional<String> why(String text) {
    return Unrecognized.why(new TextFile("file", text));
  }

  @Test
  void nothingIsEmpty() {
    assertEquals(Optional.of("is empty"), why(" \n"));
  }

  @Test
  void whatHasMoreOtherCharactersThanATextIsNone() {
    assertEquals(Optional.of("is no text"), why("MZ\u0090\u0000\u0003\u0000\u0001\u0002"));
    assertEquals(Optional.empty(), why("The library is next.\u0000\n\tSo it is."));
  }

  @Test
  void ofDamagedJsonTheLineIsTold() {
    assertEquals(
        Optional.of("is damaged JSON; line 2: expected a field name in double quotes"),
        why("[{\"Colour\":\"VSS\",\n},"));
  }

  @Test
  void jsonThatIsWholeIsOfNoKnownFormat() {
    assertEquals(
        Optional.of("is JSON of none of the known formats"), why("[{\"Colour\": \"blue\"}]"));
  }

  @Test
  void aTableOfPowerShellIsForPeople() {
    assertEquals(
        Optional.of("is a table or list for people to read; add | ConvertTo-Json to the command"),
        why(
            """

            Status   Name               DisplayName
            ------   ----               -----------
            Stopped  VSS                Volume Shadow Copy
            """));
  }

  @Test
  void aListOfPowerShellIsForPeople() {
    assertEquals(
        Optional.of("is a table or list for people to read; add | ConvertTo-Json to the command"),
        why(
            """

            Name                : VSS
            DisplayName         : Volume Shadow Copy
            Status              : Stopped
            """));
  }

  @Test
  void whoMayNotAskIsToldToRunAsAdministrator() {
    String told = "says that access was denied; run the command as administrator";
    assertEquals(Optional.of(told), why("ERROR: Access is denied.\n"));
    assertEquals(Optional.of(told), why("FEL: Åtkomst nekad.\n"));
  }

  @Test
  void aLineOfNothingButLinesIsLookedAtToItsEnd() {
    assertEquals(Optional.empty(), why("a\n" + "-- ".repeat(500_000) + "x"));
  }

  @Test
  void aLetterIsJustUnknown() {
    assertEquals(Optional.empty(), why("Dear all,\nthe backup failed: again.\n"));
  }
}
