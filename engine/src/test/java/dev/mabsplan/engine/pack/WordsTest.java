package dev.mabsplan.engine.pack;

import static dev.mabsplan.engine.pack.SmallPack.assertFault;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static List<String> at(String path, String yaml) {
    return Words.read("words.en.yaml", yaml).listAt(path).stream().map(Sentence::text).toList();
  }

  @Test
  void aSentenceIsFoundByItsPath() {
    String yaml =
        """
        remedies:
          let-vss-start:
            title: Let it start
        """;
    assertEquals(List.of("Let it start"), at("remedies/let-vss-start/title", yaml));
  }

  @Test
  void aListCountsAsItsItems() {
    assertEquals(List.of("One.", "Two."), at("do", "do: [One., Two.]"));
    assertEquals(Optional.of(new Sentence("One.")), Words.read("w", "do: [One., Two.]").at("do"));
  }

  @Test
  void anEmptyListIsNoSentence() {
    assertEquals(Optional.empty(), Words.read("w", "do: []").at("do"));
  }

  @Test
  void whatIsNotThereIsNoSentence() {
    assertEquals(Optional.empty(), Words.read("w", "do: One.").at("undo"));
    assertEquals(List.of(), at("undo", "do: One."));
  }

  @Test
  void backslashesAndApostrophesSurviveAllWaysOfWriting() {
    String text = "It's in C:\\temp\\users\\new";
    assertEquals(List.of(text), at("plain", "plain: It's in C:\\temp\\users\\new"));
    assertEquals(List.of(text), at("single", "single: 'It''s in C:\\temp\\users\\new'"));
    assertEquals(List.of(text), at("block", "block: |-\n  It's in C:\\temp\\users\\new\n"));
  }

  @Test
  void lettersBeyondAsciiSurvive() {
    assertEquals(List.of("Repliken är inkonsekvent"), at("sv", "sv: Repliken är inkonsekvent"));
  }

  @Test
  void whatIsNoYamlIsRefusedWithItsPlace() {
    assertFault(
        "words.en.yaml:1:10: expected YAML; found while parsing a flow sequence: expected ',' or ']', but got <stream end>",
        () -> Words.read("words.en.yaml", "do: [One.\n"));
  }

  @Test
  void whatIsSaidTwiceIsRefused() {
    assertFault(
        "words.en.yaml:2:1, /do: expected YAML; found \"do\" stands here a second time",
        () -> Words.read("words.en.yaml", "do: One.\ndo: Two.\n"));
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertFault(
        "words.en.yaml:3:1: expected YAML; found a second document in one file",
        () -> Words.read("words.en.yaml", "do: One.\n---\ndo: Two.\n"));
  }

  @Test
  void whatStandsForSomethingElseIsRefused() {
    assertFault(
        "words.en.yaml:2:7, /undo: expected YAML; found \"*it\", which stands for something else",
        () -> Words.read("words.en.yaml", "do: &it One.\nundo: *it\n"));
  }
}
