package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes topics beside the pack {@code tiny}. */
class NewTopicCommandTest {

  @TempDir private Path folder;

  private Path site;

  @BeforeEach
  void nameTheFolderOfThePack() {
    site = folder.resolve("site");
  }

  private Ran newTopic(String... args) {
    return Ran.mabsplan(
        Stream.concat(Stream.of("new-topic", "--in", site.toString()), Stream.of(args))
            .toArray(String[]::new));
  }

  private void refused(String expected, String... args) throws IOException {
    Set<String> before = files();
    assertEquals(new Ran(2, "", "mabsplan: " + expected + "\n"), newTopic(args));
    assertEquals(before, files());
  }

  private Set<String> files() throws IOException {
    Set<String> files = new TreeSet<>();
    if (Files.exists(site)) {
      try (Stream<Path> all = Files.walk(site)) {
        all.filter(Files::isRegularFile)
            .forEach(file -> files.add(site.relativize(file).toString().replace('\\', '/')));
      }
    }
    return files;
  }

  private static void fillIn(Path file, String text, String other) throws IOException {
    String before = Files.readString(file);
    assertTrue(before.contains(text), before);
    Files.writeString(file, before.replace(text, other));
  }

  @Nested
  class WhatIsWritten {

    @Test
    void aFolderWithoutAPackGetsOne() throws IOException {
      Ran ran = newTopic("door");

      assertEquals(
          Set.of(
              "pack.yaml",
              "words.en.yaml",
              ".schema/pack.schema.json",
              ".schema/topic.schema.json",
              ".schema/words.schema.json",
              ".schema/probes.schema.json",
              "door/rules.drl",
              "door/topic.yaml",
              "door/words.en.yaml",
              "door/scenarios/door.yaml"),
          files());
      String wrote = "wrote " + site + java.io.File.separator;
      assertEquals(
          new Ran(
              0,
              Stream.of(
                          "pack.yaml",
                          "words.en.yaml",
                          ".schema/pack.schema.json",
                          ".schema/topic.schema.json",
                          ".schema/words.schema.json",
                          ".schema/probes.schema.json",
                          "door/rules.drl",
                          "door/topic.yaml",
                          "door/words.en.yaml",
                          "door/scenarios/door.yaml")
                      .map(file -> wrote + Path.of(file) + "\n")
                      .reduce("", String::concat)
                  + "next: write what they ask for, then mabsplan test "
                  + site
                  + "\n",
              ""),
          ran);
    }

    @Test
    void aPackThatIsThereIsLeftAsItIs() throws IOException {
      newTopic("door");
      String pack = Files.readString(site.resolve("pack.yaml"));

      newTopic("lamp");

      assertEquals(pack, Files.readString(site.resolve("pack.yaml")));
      assertTrue(files().contains("lamp/rules.drl"));
    }

    @Test
    void aTopicHasTheLanguagesOfItsPack() throws IOException {
      newTopic("door", "--lang", "en,sv");
      newTopic("lamp");

      assertTrue(files().containsAll(List.of("lamp/words.en.yaml", "lamp/words.sv.yaml")));
    }

    @Test
    void aPackIsNamedForItsFolder() throws IOException {
      newTopic("door");

      assertTrue(Files.readString(site.resolve("pack.yaml")).contains("\nid: site\n"));
      assertTrue(
          Files.readString(site.resolve("door/topic.yaml"))
              .startsWith("# yaml-language-server: $schema=../.schema/topic.schema.json\n"));
    }

    @Test
    void aPackIsNamedAsAsked() throws IOException {
      newTopic("door", "--pack", "contoso.house");

      assertTrue(Files.readString(site.resolve("pack.yaml")).contains("\nid: contoso.house\n"));
    }

    @Test
    void aPackInAFolderWhoseNameIsNoIdIsLocal() throws IOException {
      site = folder.resolve("2026");

      newTopic("door");

      assertTrue(Files.readString(site.resolve("pack.yaml")).contains("\nid: local\n"));
    }

    @Test
    void aFolderWithABlankIsQuotedInTheNextCommand() {
      site = folder.resolve("my rules");

      assertTrue(newTopic("door").out().endsWith(" mabsplan test \"" + site + "\"\n"));
    }
  }

  @Nested
  class AsItIs {

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "en,sv"})
    void onlyItsSentencesAreToBeWritten(String languages) {
      newTopic("door", "--lang", languages);

      Ran ran = Ran.mabsplan("lint", site.toString());

      assertEquals(5, ran.code());
      assertEquals(
          List.of(),
          ran.out()
              .lines()
              .filter(
                  line ->
                      !line.matches(".* found (FILL IN|FYLL I); .*")
                          && !line.matches("\\d+ faults.*"))
              .toList());
    }

    @Test
    void theSentenceAboveItsRuleAndThePageItComesFromAreToBeWrittenToo() {
      newTopic("door");

      Ran.mabsplan("lint", site.toString())
          .ended(5)
          .says(
              "expected a sentence above rule door-wrong that says why; found FILL IN",
              "expected the page or ticket that DOOR-1 comes from; found FILL IN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule", "package", "class", "or", "no", "end"})
    void aTopicMayHaveAWordOfTheRuleLanguageForAName(String name) {
      newTopic(name);

      Ran ran = Ran.mabsplan("test", site.toString());

      assertEquals(5, ran.code(), ran.out());
    }

    @Test
    void itsScenarioFailsAndNamesTheConditionThatNoFactMeets() {
      newTopic("door");

      Ran ran = Ran.mabsplan("test", site.toString());

      assertEquals(5, ran.code(), ran.err());
      assertTrue(ran.out().contains("FAILED  door/door\n"), ran.out());
      assertTrue(ran.out().contains("not met: Observation: name == \"door\""), ran.out());
      assertTrue(ran.out().contains("2 scenarios: 1 passed, 1 failed"), ran.out());
    }
  }

  @Nested
  class FilledIn {

    private Path scenario;

    @BeforeEach
    void giveTheFactsThatMeanTheProblem() throws IOException {
      newTopic("door");
      scenario = site.resolve("door/scenarios/door.yaml");
      fillIn(
          scenario,
          "      role: protectedServer\n",
          "      role: protectedServer\n      observations: [{name: door, value: wrong}]\n");
    }

    @Test
    void theOtherCaseThenFailsUntilItIsFilledInToo() {
      Ran ran = Ran.mabsplan("test", site.toString());

      assertEquals(5, ran.code(), ran.err());
      assertTrue(ran.out().contains("FAILED  door/door#fine\n"), ran.out());
      assertFalse(ran.out().contains("FAILED  door/door\n"), ran.out());
    }

    @Test
    void withBothCasesItPassesAndCoversWhatThereIs() throws IOException {
      fillIn(
          scenario,
          "given: {}",
          "given: {servers: [{name: FS01, observations: [{name: door, value: fine}]}]}");

      Ran ran = Ran.mabsplan("test", site.toString());

      assertEquals(0, ran.code(), ran.out());
      assertEquals(
          0,
          Ran.mabsplan("test", "--threshold", "fired=100,silent=100,closed=100", site.toString())
              .code());
    }
  }

  @Nested
  class Refusals {

    @ParameterizedTest
    @ValueSource(strings = {"Door", "tape-door", "1door", "", "döörr", "true", "../door"})
    void aNameThatIsNoneIsToldWhatOneIs(String name) throws IOException {
      refused(
          "NAME takes small letters and digits, a letter first, such as tapes; found \""
              + name
              + "\"",
          name);
    }

    @Test
    void aTopicOfAShippedPackIsTaken() throws IOException {
      refused("rule pack tiny has a topic \"tape\" already; a topic has a name of its own", "tape");
    }

    @Test
    void aTopicOfThePackIsTaken() throws IOException {
      newTopic("door");

      refused("rule pack site has a topic \"door\" already; a topic has a name of its own", "door");
    }

    @Test
    void aFileThatIsThereIsNeverOverwritten() throws IOException {
      Path words = site.resolve("door/words.en.yaml");
      Files.createDirectories(words.getParent());
      Files.writeString(words, "mine");

      refused(words + " is there already; nothing was written", "door");
      assertEquals("mine", Files.readString(words));
    }

    @Test
    void aPackThatIsThereHasItsId() throws IOException {
      newTopic("door");

      refused(
          "--pack is the id of a new rule pack; the one in " + site + " has the id site",
          "lamp",
          "--pack",
          "other");
    }

    @Test
    void aPackThatIsThereHasItsLanguages() throws IOException {
      newTopic("door");

      refused(
          "--lang is for a new rule pack; the pack.yaml in " + site + " has languages already",
          "lamp",
          "--lang",
          "sv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Contoso", "contoso.", "null", "a b"})
    void anIdThatIsNoneIsToldWhatOneIs(String id) throws IOException {
      refused(
          "--pack takes an id of small letters and digits, such as contoso.tape; found \""
              + id
              + "\"",
          "door",
          "--pack",
          id);
    }

    @Test
    void theIdOfAShippedPackIsTaken() throws IOException {
      refused(
          "a rule pack that comes with mabsplan has the id tiny; give another with --pack",
          "door",
          "--pack",
          "tiny");
    }

    @Test
    void aLanguageThatIsNoneIsToldWhichThereAre() throws IOException {
      refused("--lang takes en, sv or en,sv; found \"de\"", "door", "--lang", "de");
    }

    @Test
    void aPackWithoutLanguagesIsToldToHaveSome() throws IOException {
      Files.createDirectories(site);
      Files.writeString(site.resolve("pack.yaml"), "id: site\n");

      refused(
          "the pack.yaml in " + site + " lacks languages: [en] or [en, sv]; write that first",
          "door");
    }

    @Test
    void aPackWithoutAnIdIsToldToHaveOne() throws IOException {
      Files.createDirectories(site);
      Files.writeString(site.resolve("pack.yaml"), "languages: [en]\n");

      refused("the pack.yaml in " + site + " lacks an id; write that first", "door");
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws IOException {
      Files.writeString(site, "");

      Ran ran = newTopic("door");

      assertEquals(2, ran.code());
      assertTrue(ran.err().startsWith("mabsplan: can't write " + site), ran.err());
    }
  }

  @Test
  void helpTellsOptionsAndExitCodes() {
    String out = Ran.mabsplan("new-topic", "--help").out();

    for (String said :
        List.of("NAME", "--in", "--pack", "--lang", "Exit codes", "a file is there already")) {
      assertTrue(out.contains(said), out);
    }
  }
}
