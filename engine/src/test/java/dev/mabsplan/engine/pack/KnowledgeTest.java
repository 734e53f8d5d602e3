package dev.mabsplan.engine.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnowledgeTest {

  private static final RulePack ENGLISH = SmallPack.good().read();
  private static final RulePack BOTH =
      SmallPack.good()
          .renamed("other", "tape")
          .replace("pack.yaml", "[en]", "[en, sv]")
          .with("words.sv.yaml", "escalation: {title: Fråga om hjälp}")
          .with(
              "tape/words.sv.yaml",
              SmallPack.good()
                  .replace("small/words.en.yaml", "Run a consistency check", "Kör en kontroll")
                  .text("small/words.en.yaml"))
          .read();

  private static List<String> title(Knowledge knowledge, Language language, String remedy) {
    return knowledge.words(language, "remedies", remedy, "title").stream()
        .map(Sentence::text)
        .toList();
  }

  @Test
  void everythingIsFoundByTopicAndName() {
    Knowledge knowledge = new Knowledge(List.of(ENGLISH));
    assertEquals("small/check", knowledge.remedy("small/check").orElseThrow().id());
    assertEquals("small/inconsistent", knowledge.problem("small/inconsistent").orElseThrow().id());
    assertEquals(
        List.of("small/inconsistent"), knowledge.symptoms().map(KnownSymptom::id).toList());
  }

  @Test
  void packsComeInTheOrderOfTheirIds() {
    assertEquals(
        List.of("other", "test"),
        new Knowledge(List.of(ENGLISH, BOTH)).packs().stream().map(RulePack::id).toList());
  }

  @Test
  void wordsComeInTheLanguageAskedFor() {
    Knowledge knowledge = new Knowledge(List.of(BOTH));
    assertEquals(List.of("Kör en kontroll"), title(knowledge, Language.SWEDISH, "tape/check"));
  }

  @Test
  void wordsComeInEnglishWhereAPackHasNoOthers() {
    Knowledge knowledge = new Knowledge(List.of(ENGLISH));
    assertEquals(
        List.of("Run a consistency check"), title(knowledge, Language.SWEDISH, "small/check"));
  }

  @Test
  void wordsOfWhatNoTopicHasAreNone() {
    Knowledge knowledge = new Knowledge(List.of(ENGLISH));
    assertEquals(List.of(), title(knowledge, Language.ENGLISH, "tape/check"));
    assertEquals(List.of(), title(knowledge, Language.ENGLISH, "small/nothing"));
  }

  @Test
  void wordsOfAPackComeFromTheFirstThatHasThem() {
    Knowledge knowledge = new Knowledge(List.of(ENGLISH, BOTH));
    assertEquals(
        List.of(new Sentence("Fråga om hjälp")),
        knowledge.packWords(Language.SWEDISH, "escalation/title"));
    assertEquals(List.of(), knowledge.packWords(Language.SWEDISH, "opening/fact"));
  }

  @Test
  void phrasesForDataSourcesComeFromAllPacks() {
    assertEquals(2, new Knowledge(List.of(ENGLISH, BOTH)).dataSources().count());
  }
}
