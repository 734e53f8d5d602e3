package dev.mabsplan.engine.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SentenceTest {

  @Test
  void aPlaceholderIsFilledWithItsValue() {
    Sentence sentence = new Sentence("VSS on {server} is disabled");
    assertEquals("VSS on FS01 is disabled", sentence.fill(place -> "FS01"));
  }

  @Test
  void everyPlaceholderHasItsOwnValue() {
    Sentence sentence = new Sentence("{server} and {backupServer}, {server} again");
    assertEquals(
        "<server> and <backupServer>, <server> again",
        sentence.fill(place -> "<" + place.name() + ">"));
  }

  @Test
  void aPlaceholderCanSayHowItsValueIsWritten() {
    Sentence sentence = new Sentence("{free:bytes} free on {volume}");
    assertEquals(
        "free as bytes free on volume as ",
        sentence.fill(place -> place.name() + " as " + place.format()));
    assertEquals(Set.of("bytes"), sentence.formats());
  }

  @Test
  void placeholdersAreNamedOnceAndWithoutTheirFormats() {
    assertEquals(
        Set.of("free", "server"), new Sentence("{server}: {free:bytes}, {server}").placeholders());
  }

  @Test
  void backslashesQuotesAndApostrophesStandForThemselves() {
    String text = "Don't touch 'C:\\temp\\users' or \"D:\\\" for {server}";
    assertEquals(
        "Don't touch 'C:\\temp\\users' or \"D:\\\" for FS01",
        new Sentence(text).fill(place -> "FS01"));
  }

  @Test
  void aValueIsNeverReadAsASentence() {
    assertEquals(
        "{item} $1 \\ D:\\$RECYCLE.BIN",
        new Sentence("{dataSource}").fill(place -> "{item} $1 \\ D:\\$RECYCLE.BIN"));
  }

  @Test
  void bracesOfAScriptAreNoPlaceholders() {
    Sentence script = new Sentence("Where-Object { $_.Name -eq '{server}' } | %{$_.Id} {} {0}");
    assertEquals(Set.of("server"), script.placeholders());
  }
}
