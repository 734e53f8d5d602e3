package dev.mabsplan.engine.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.pack.ErrorCode.Kind;
import dev.mabsplan.facts.fault.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A catalogue of error numbers is read when it is asked, and says what is wrong with it. */
class ErrorCodesTest {

  private static final String HEAD = "id\tkind\tarea\tfamily\talso\tclue\n";

  private static final Map<String, Map<String, String>> REFINED =
      Map.of(
          "0x80070005", Map.of("files", "access", ErrorCodes.ELSE, "rights"),
          "0x80070070", Map.of("disk", "room"),
          "0x800423Fx", Map.of(ErrorCodes.ELSE, "writers"));

  @Test
  void aNumberHasItsFamiliesTheFirstFirst() {
    ErrorCode code = codes("42\terror\tagent\trights\treach\tdenied\n").find(42).orElseThrow();

    assertEquals(Kind.ERROR, code.kind());
    assertEquals("agent", code.area());
    assertEquals(Optional.of(Operation.AGENT), code.operation());
    assertEquals(List.of("small/rights", "small/reach"), code.families());
    assertEquals("denied", code.clue());
    assertEquals("https://example.org/codes", code.page());
  }

  @Test
  void whatHasNothingToRemedyHasNoFamily() {
    ErrorCodes codes = codes("1\tinfo\tdisk\tnone\t\ttold\n2\tinput\tdisk\tfix-input\t\tasked\n");

    assertEquals(List.of(), codes.find(1).orElseThrow().families());
    assertEquals(List.of(), codes.find(2).orElseThrow().families());
    assertEquals(Optional.empty(), codes.find(2).orElseThrow().operation());
  }

  @Test
  void aNumberThatIsNotThereIsNotFound() {
    ErrorCodes codes = codes("42\terror\tagent\trights\t\tdenied\n");

    assertTrue(codes.find(43).isEmpty());
    assertEquals(1, codes.size());
    assertEquals(Set.of(42), codes.ids());
  }

  @Test
  void aCodeRefinesByWhatTheNumberIsAbout() {
    ErrorCodes codes = codes("");

    assertEquals(Optional.of("small/access"), codes.refinedBy("0x80070005", "files"));
    assertEquals(Optional.of("small/rights"), codes.refinedBy("0x80070005", "agent"));
    assertEquals(Optional.of("small/room"), codes.refinedBy("0x80070070", "disk"));
    assertEquals(Optional.empty(), codes.refinedBy("0x80070070", "agent"));
  }

  @Test
  void aCodeRefinesInEverySpellingAndByItsRange() {
    ErrorCodes codes = codes("");

    assertEquals(Optional.of("small/writers"), codes.refinedBy("0x800423f3", "disk"));
    assertEquals(Optional.of("small/writers"), codes.refinedBy("0X800423F0", "disk"));
    assertEquals(Optional.empty(), codes.refinedBy("0x80042306", "disk"));
  }

  @Test
  void everythingThatIsWrongWithTheFileIsToldWithItsLine() {
    List<Fault> faults =
        faults(
            """
            number\tkind
            42\terror\tagent\trights\t\tdenied
            42\terror\tagent\trights\t\tdenied
            43\tfailure\tagent\trights\t\tdenied
            44\terror\tagent\t\t\tdenied
            45\terror\tagent\trihgts\t\tdenied
            """);

    assertEquals(5, faults.size(), faults::toString);
    assertTrue(faults.get(0).message().contains("codes.tsv:1:1"), faults::toString);
    assertTrue(faults.get(1).message().contains("42 twice"), faults::toString);
    assertTrue(faults.get(1).message().contains("codes.tsv:3:1"), faults::toString);
    assertTrue(faults.get(2).message().contains("kinds are error, alert"), faults::toString);
    assertTrue(faults.get(3).message().contains("codes.tsv:5:1"), faults::toString);
    assertTrue(faults.get(4).message().contains("\"rihgts\""), faults::toString);
    assertTrue(faults.get(4).message().contains("small/rights"), faults::toString);
  }

  @Test
  void nothingIsWrongWithAGoodFile() {
    assertFalse(faults(HEAD + "42\terror\tagent\trights\t\tdenied\n").iterator().hasNext());
  }

  private static List<Fault> faults(String text) {
    return read(text).faults(Set.of("small/rights", "small/access", "small/room", "small/writers"));
  }

  private static ErrorCodes codes(String lines) {
    return read(HEAD + lines);
  }

  private static ErrorCodes read(String text) {
    return new ErrorCodes(
        "dpm",
        "https://example.org/codes",
        "small",
        REFINED,
        Map.of("agent", Operation.AGENT),
        text,
        "pack/codes.tsv");
  }
}
