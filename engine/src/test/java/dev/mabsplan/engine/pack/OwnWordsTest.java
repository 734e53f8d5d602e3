package dev.mabsplan.engine.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OwnWordsTest {

  static Stream<Arguments> parts() {
    return Stream.of("explain", "render", "report")
        .flatMap(part -> Language.all().stream().map(language -> Arguments.of(part, language)));
  }

  private static Map<String, String> written(String part, Language language) {
    return OwnWords.written(part, language).orElseThrow();
  }

  private static Map<String, Set<String>> placeholders(String part, Language language) {
    Map<String, Set<String>> all = new TreeMap<>();
    written(part, language)
        .forEach((path, text) -> all.put(path, new Sentence(text).placeholders()));
    return all;
  }

  @ParameterizedTest
  @MethodSource("parts")
  void whatIsSaidInEnglishIsSaidInEveryLanguage(String part, Language language) {
    assertEquals(written(part, Language.ENGLISH).keySet(), written(part, language).keySet());
  }

  @ParameterizedTest
  @MethodSource("parts")
  void everyLanguageFillsInTheSame(String part, Language language) {
    assertEquals(placeholders(part, Language.ENGLISH), placeholders(part, language));
  }

  @Test
  void aFolderOfWordsIsALanguage() {
    assertEquals(Stream.of(Language.ENGLISH, Language.SWEDISH).toList(), Language.all());
    assertEquals(Optional.of(Language.SWEDISH), Language.tagged("sv"));
    assertEquals(Optional.empty(), Language.tagged("de"));
    assertEquals(Optional.empty(), Language.tagged(""));
    assertEquals(Optional.empty(), Language.tagged("../words/sv"));
  }

  @Test
  void whatALanguageDoesNotSayIsSaidInEnglish() {
    OwnWords words = OwnWords.of("report", new Language("de"));

    assertEquals("Nothing differs.", words.say("difference/none"));
    assertEquals("the backup server", words.server(""));
  }

  @Test
  void wordsThatTheBuildForgotAreAFaultOfTheBuild() {
    assertThrows(IllegalStateException.class, () -> OwnWords.of("nothing", Language.SWEDISH));
    OwnWords words = OwnWords.of("report", Language.ENGLISH);
    assertThrows(IllegalStateException.class, () -> words.say("difference/nothing"));
  }
}
