package dev.mabsplan.engine.pack;

import static dev.mabsplan.engine.pack.SmallPack.assertFault;
import static dev.mabsplan.engine.pack.SmallPack.faults;
import static dev.mabsplan.engine.pack.SmallPack.good;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.mabsplan.engine.lint.Lint;
import dev.mabsplan.facts.DataSourceType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PackReaderTest {

  private static final String CODES = "id\tkind\tarea\tfamily\talso\tclue\n";

  @Nested
  class AGoodPack {

    private final RulePack pack = good().read();

    @Test
    void hasItsIdAndTheVersionAsWritten() {
      assertEquals("test", pack.id());
      assertEquals("1.10", pack.version());
    }

    @Test
    void hasATopicForEveryFolderWithOne() {
      assertEquals(List.of("small"), pack.topics().stream().map(Topic::name).toList());
    }

    @Test
    void hasWordsInItsLanguages() {
      assertEquals(Set.of(Language.ENGLISH), pack.words().keySet());
      assertEquals(Set.of(Language.ENGLISH), pack.topics().get(0).words().keySet());
    }

    @Test
    void saysHowTheProductWritesDataSources() {
      assertEquals(
          List.of(new DataSourcePhrase(DataSourceType.VOLUME, "Volume {name}")),
          pack.dataSources());
    }

    @Test
    void tellsItsTopicsWhereTheirRulesWereReadAndWhichPackageTheyAreIn() {
      assertEquals("pack/small/rules.drl", pack.topics().get(0).drlFile());
      assertEquals("test.small", pack.topics().get(0).drlPackage());
    }
  }

  @Nested
  class TheDigest {

    @Test
    void isTheSameForTheSameFilesWhereverTheyLie() {
      assertEquals(
          good().read().digest(),
          PackReader.read(new PackFiles("/another/folder", good().texts())).digest());
    }

    @Test
    void changesWithEveryFile() {
      String before = good().read().digest();
      for (String path : good().without("small/samples/vss-start-type.json").texts().keySet()) {
        String comment = path.endsWith(".drl") ? "\n// more\n" : "\n# more\n";
        assertNotEquals(before, good().append(path, comment).read().digest(), path);
      }
    }

    @Test
    void doesNotChangeWithSamplesAndScenariosWhichDecideNothing() {
      assertEquals(
          good().read().digest(),
          good().append("small/samples/vss-start-type.json", "\n").read().digest());
      assertEquals(
          good().read().digest(),
          good().with("small/scenarios/vss.yaml", "scenario: vss").read().digest());
    }
  }

  @Nested
  class IsRefused {

    @Test
    void withoutItsFirstFile() {
      assertEquals(
          "pack/pack.yaml:1:1: expected a file pack.yaml; found none",
          faults(good().without("pack.yaml")::read).get(0));
    }

    @Test
    void withoutAnId() {
      assertFault(
          "pack/pack.yaml:1:1: expected \"id\"; found nothing",
          good().replace("pack.yaml", "id: test\n", "")::read);
    }

    @Test
    void withAnIdThatIsNoPackageName() {
      assertFault(
          "pack/pack.yaml:1:5, /id: expected an id of small letters and digits, such as"
              + " contoso.tape; found \"My-Pack\"; write \"my.pack\"",
          good().replace("pack.yaml", "id: test", "id: My-Pack")::read);
    }

    @Test
    void withoutAVersion() {
      assertFault(
          "pack/pack.yaml:1:1: expected \"version\"; found nothing",
          good().replace("pack.yaml", "version: 1.10\n", "")::read);
    }

    @Test
    void withoutALanguage() {
      assertFault(
          "pack/pack.yaml:1:1: expected languages: [en] or [en, sv]; found none; plans"
              + " are written in English (en) and Swedish (sv)",
          good().replace("pack.yaml", "languages: [en]\n", "")::read);
    }

    @Test
    void withALanguageThatPlansAreNotWrittenIn() {
      assertFault(
          "pack/pack.yaml:3:17, /languages/1: expected en or sv; found \"de\"; plans are"
              + " written in English (en) and Swedish (sv)",
          good().replace("pack.yaml", "[en]", "[en, de]")::read);
    }

    @Test
    void withoutTheWordsOfALanguageItNames() {
      assertEquals(
          List.of(
              "pack/small/words.sv.yaml:1:1: expected a file small/words.sv.yaml; found none",
              "pack/words.sv.yaml:1:1: expected a file words.sv.yaml; found none"),
          faults(good().replace("pack.yaml", "[en]", "[en, sv]")::read));
    }

    @Test
    void withATypeOfDataSourceThatIsNone() {
      assertFault(
          "pack/pack.yaml:5:5, /dataSources/0: expected a type of data source; found \"volum\";"
              + " did you mean \"volume\"?",
          good().replace("pack.yaml", "type: volume", "type: volum")::read);
    }

    @Test
    void withADataSourceThatHasNoPhrase() {
      assertFault(
          "pack/pack.yaml:5:5, /dataSources/0: expected a type and a phrase; found"
              + " \"volume\"; write {type: volume, phrase: \"Volume {name}\"}",
          good().replace("pack.yaml", "{type: volume, phrase: \"Volume {name}\"}", "volume")::read);
    }

    @Test
    void withDataSourcesThatAreNoList() {
      assertFault(
          "pack/pack.yaml:4:14, /dataSources: expected a list under \"dataSources\";"
              + " found \"volume\"",
          good().replace("pack.yaml", "\n  - {type: volume, phrase: \"Volume {name}\"}", " volume")
              ::read);
    }

    @Test
    void withACatalogueThatHasNoFile() {
      assertFault(
          "pack/pack.yaml:6:8, /codes: expected a file codes.tsv; found none",
          catalogue("topic: small")::read);
    }

    @Test
    void withACodeThatIsNone() {
      assertFault(
          "pack/pack.yaml:6:90, /codes/refinedBy/0x8007000g: expected a code in capitals, and a"
              + " family or families by area; found \"0x8007000g\"; write \"0x80070005\": {agent: …,"
              + " else: …}; an x stands for the last digit",
          catalogue("topic: small, refinedBy: {\"0x8007000g\": inconsistent}")
                  .with("codes.tsv", CODES)
              ::read);
    }

    @Test
    void withAnAreaOfNoOperation() {
      assertFault(
          "pack/pack.yaml:6:78, /codes/areas/disk: expected an operation; found \"backup\"",
          catalogue("topic: small, areas: {disk: backup}").with("codes.tsv", CODES)::read);
    }

    @Test
    void withAFamilyThatIsNoSymptom() {
      SmallPack pack =
          catalogue("topic: small")
              .with("codes.tsv", CODES + "4711\terror\tdisk\tinconsistant\t\ta clue\n");

      assertFault(
          "pack/codes.tsv:1:1: expected a symptom of the topic small for every family; found"
              + " \"inconsistant\"; did you mean \"small/inconsistent\"?",
          () -> Lint.knowledge(List.of(pack.read())));
    }

    private SmallPack catalogue(String more) {
      return good()
          .append("pack.yaml", "codes: {product: dpm, page: https://example.org, " + more + "}\n");
    }

    @Test
    void withAKeyThatNobodyReads() {
      assertFault(
          "pack/pack.yaml:4:1, /datasources: expected one of id, version, languages, buildsOn, dataSources,"
              + " operations, keys, names, opening, codes; found \"datasources\"; did you mean \"dataSources\"?",
          good().replace("pack.yaml", "dataSources", "datasources")::read);
    }

    @Test
    void withoutATopic() {
      assertFault(
          "pack/pack.yaml:1:1: expected a folder with a topic.yaml; found none; a topic"
              + " is a folder beside pack.yaml with topic.yaml, rules.drl and words",
          good()
                  .without("small/topic.yaml")
                  .without("small/rules.drl")
                  .without("small/words.en.yaml")
              ::read);
    }

    @Test
    void withATopicThatHasNoData() {
      assertFault(
          "pack/small/topic.yaml:1:1: expected a file small/topic.yaml; found none",
          good().without("small/topic.yaml")::read);
    }

    @Test
    void withATopicThatHasNoRules() {
      assertFault(
          "pack/small/rules.drl:1:1: expected a file rules.drl; found none; write one;"
              + " where symptoms say everything, an empty one",
          good().without("small/rules.drl")::read);
    }

    @Test
    void withATopicWhoseNameIsNoPackageName() {
      assertFault(
          "pack/Small-Topic/topic.yaml:1:1: expected a folder named with small letters"
              + " and digits; found \"Small-Topic\"; name it \"smalltopic\"",
          good().renamed("pack", "Small-Topic")::read);
    }

    @Test
    void withRulesInAFileThatNobodyReads() {
      assertFault(
          "pack/small/more.drl:1:1: expected topic.yaml, probes.yaml, rules.drl and words of the"
              + " pack's languages in a topic; found small/more.drl; the rules of a topic stand"
              + " in one file, its rules.drl",
          good().with("small/more.drl", "")::read);
    }

    @Test
    void withWordsInALanguageItDoesNotName() {
      assertFault(
          "pack/small/words.sv.yaml:1:1: expected topic.yaml, probes.yaml, rules.drl and words of the"
              + " pack's languages in a topic; found small/words.sv.yaml; name \"sv\" among the"
              + " languages of pack.yaml",
          good().with("small/words.sv.yaml", "")::read);
    }

    @Test
    void withAFileThatIsNoYaml() {
      assertFault(
          "pack/words.en.yaml:1:10: expected YAML; found while parsing a flow sequence: expected ',' or ']', but got <stream end>",
          good().with("words.en.yaml", "do: [One.\n")::read);
    }

    @Test
    void withAFileThatIsAListOfThings() {
      assertFault(
          "pack/words.en.yaml:1:1: expected a mapping; found a list; write names with a" + " colon",
          good().with("words.en.yaml", "- a\n")::read);
    }

    @Test
    void withEverythingThatIsWrongAtOnce() {
      assertEquals(
          List.of(
              "pack/pack.yaml:1:1: expected \"version\"; found nothing",
              "pack/small/rules.drl:1:1: expected a file rules.drl; found none; write one;"
                  + " where symptoms say everything, an empty one",
              "pack/small/topic.yaml:14:15, /problems/inconsistent/severity: expected one of high,"
                  + " medium, low; found \"awful\""),
          faults(
                  good()
                          .replace("pack.yaml", "version: 1.10\n", "")
                          .without("small/rules.drl")
                          .replace("small/topic.yaml", "severity: high", "severity: awful")
                      ::read)
              .stream()
              .sorted()
              .toList());
    }
  }
}
