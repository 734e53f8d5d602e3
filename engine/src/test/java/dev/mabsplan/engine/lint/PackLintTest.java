package dev.mabsplan.engine.lint;

import static dev.mabsplan.engine.pack.SmallPack.assertFault;
import static dev.mabsplan.engine.pack.SmallPack.faults;
import static dev.mabsplan.engine.pack.SmallPack.good;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.SmallPack;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PackLintTest {

  private static final String TOPIC = "small/topic.yaml";
  private static final String WORDS = "small/words.en.yaml";

  /** A second remedy that asks for nothing: {@code extra}. */
  private static final String EXTRA =
      """
        extra:
          entries: [TEST-01]
          likelihood: rare
          effort: short
          risk: reversible
          place: server
          on: protectedServer
          per: server
          decidedBy: trial
          undo: words
      """;

  private static Executable lint(SmallPack... packs) {
    List<RulePack> read = Arrays.stream(packs).map(SmallPack::read).toList();
    return () -> Lint.knowledge(read);
  }

  private static SmallPack topic(String text, String by) {
    return good().replace(TOPIC, text, by);
  }

  private static SmallPack words(String text, String by) {
    return good().replace(WORDS, text, by);
  }

  /** The pack with a second remedy in its treatment. */
  private static SmallPack two(String treatment) {
    return topic("treatment: let-vss-start", "treatment: " + treatment)
        .append(TOPIC, EXTRA)
        .replace(
            WORDS,
            "  check:",
            """
              extra: {title: Extra, why: Because., do: It., verify: Look., undo: Back.}
              check:\
            """);
  }

  @Test
  void nothingIsWrongWithAGoodPack() {
    assertDoesNotThrow(lint(good()));
  }

  @Test
  void nothingIsWrongWithASecondOneBesideIt() {
    SmallPack other = good().renamed("other", "tape");
    assertDoesNotThrow(lint(good(), other));
  }

  @Test
  void aPackThatIsMissingIsAllThatIsSaidOfWhatBuildsOnIt() {
    SmallPack other =
        good()
            .renamed("other", "tape")
            .append("pack.yaml", "buildsOn: [tests]\n")
            .replace("tape/topic.yaml", "retry: check", "retry: gone/check");
    assertFault(
        "other/pack.yaml:6:12, /buildsOn/0: expected a rule pack that other builds on; found none"
            + " named \"tests\"; did you mean \"test\"?",
        lint(good(), other));
  }

  @Test
  void whatWordsNameInOneLanguageTheyNameInAll() {
    SmallPack swedish =
        good()
            .replace("pack.yaml", "languages: [en]", "languages: [en, sv]")
            .copy("words.en.yaml", "words.sv.yaml")
            .copy(WORDS, "small/words.sv.yaml");
    assertDoesNotThrow(lint(swedish));
    assertFault(
        "pack/small/words.sv.yaml:2:26, /problems/inconsistent: expected at problems/inconsistent what"
            + " pack/small/words.en.yaml names: {dataSource}; found words without it; name it in every"
            + " language, or in none",
        lint(swedish.replace("small/words.sv.yaml", "{dataSource}", "källan")));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertEquals(
        List.of(
            "pack/small/topic.yaml:16:12, /problems/inconsistent/retry: expected a remedy in the"
                + " retry of small/inconsistent; found \"small/chek\"; did you mean"
                + " \"small/check\"?",
            "pack/small/topic.yaml:35:3, /remedies/check: expected a treatment, retry or check that"
                + " uses small/check; found none; name it in one, or take it out with its words",
            "pack/small/topic.yaml:35:3, /remedies/check: expected words at remedies/check/verify;"
                + " found none; write them in pack/small/words.en.yaml"),
        faults(
            lint(
                topic("retry: check", "retry: chek")
                    .replace(WORDS, "    verify: The alert is gone.\n", ""))));
  }

  @Nested
  class Ids {

    @Test
    void ofPacksAreTheirOwn() {
      assertFault(
          "test/pack.yaml:1:5, /id: expected a pack id that no other pack has; found"
              + " \"test\" twice, first at pack/pack.yaml:1:5; name it for who writes it, such as"
              + " contoso.test",
          lint(good(), good().renamed("test", "tape")));
    }

    @Test
    void ofTopicsAreTheirOwn() {
      assertEquals(
          "pack/small/topic.yaml:1: expected a topic name that no other pack has; found"
              + " \"small\", as in other/small/topic.yaml; give its folder another name",
          faults(lint(good(), good().renamed("other", "small"))).get(0));
    }

    @Test
    void ofErrorsDecideForOneSymptom() {
      assertFault(
          "pack/small/topic.yaml:7:11, /symptoms/inconsistent/ids/dpm: expected one"
              + " symptom for id 3106 of dpm; found small/inconsistent and tape/inconsistent at"
              + " other/tape/topic.yaml:7:11; mark it generic in both, or leave it in one",
          lint(
              good(),
              good().renamed("other", "tape").replace("tape/topic.yaml", "[3107]", "[3106]")));
    }
  }

  @Nested
  class ASymptom {

    @Test
    void isRecognisedBySomething() {
      assertFault(
          "pack/small/topic.yaml:4:3, /symptoms/inconsistent: expected an id, code, name"
              + " or message that small/inconsistent is recognised by; found none; write ids:"
              + " {dpm: […]}, codes, names or messages, or says: with decisive words",
          lint(
              topic(
                  "    ids: {dpm: [3106]}\n    messages:\n      en: [Replica is inconsistent]\n",
                  "")));
    }

    @Test
    void citesEntriesOfItsTopic() {
      assertFault(
          "pack/small/topic.yaml:5:15, /symptoms/inconsistent/entries/0: expected an"
              + " entry of this topic for small/inconsistent; found TEST-02; did you mean"
              + " \"TEST-01\"?",
          lint(topic("entries: [TEST-01]", "entries: [TEST-02]")));
    }
  }

  @Nested
  class AProblem {

    @Test
    void isTreatedByRemediesThatAreKnown() {
      assertEquals(
          "pack/small/topic.yaml:15:16, /problems/inconsistent/treatment: expected a"
              + " remedy in the treatment of small/inconsistent; found \"small/let-vss-strat\";"
              + " did you mean \"small/let-vss-start\"?",
          faults(lint(topic("treatment: let-vss-start", "treatment: let-vss-strat"))).get(0));
    }

    @Test
    void isTreatedByEachRemedyOnce() {
      assertFault(
          "pack/small/topic.yaml:15:53,"
              + " /problems/inconsistent/treatment/rivals/1/sequence/0: expected each remedy"
              + " once in the treatment of small/inconsistent; found small/let-vss-start a"
              + " second time; the first is at pack/small/topic.yaml:15:26; leave it in one"
              + " place",
          lint(
              topic(
                  "treatment: let-vss-start",
                  "treatment: {rivals: [let-vss-start, {sequence: [let-vss-start]}]}")));
    }

    @Test
    void isTreatedBySomething() {
      assertEquals(
          "pack/small/topic.yaml:15:5, /problems/inconsistent/treatment: expected at"
              + " least one remedy in the treatment of small/inconsistent; found none; name a"
              + " remedy, of another topic as topic/remedy",
          faults(lint(topic("treatment: let-vss-start", "treatment: {rivals: []}"))).get(0));
    }

    @Test
    void fallsBackFromARemedyOfItsOwn() {
      assertFault(
          "pack/small/topic.yaml:15:41, /problems/inconsistent/treatment/rivals/1:"
              + " expected fallbackOf another remedy of the same treatment; found small/check",
          lint(two("{rivals: [let-vss-start, {remedy: extra, fallbackOf: check}]}")));
    }

    @Test
    void isRetriedByARemedyThatIsKnown() {
      assertEquals(
          "pack/small/topic.yaml:16:12, /problems/inconsistent/retry: expected a remedy"
              + " in the retry of small/inconsistent; found \"other/check\"; did"
              + " you mean \"small/check\"?",
          faults(lint(topic("retry: check", "retry: other/check"))).get(0));
    }
  }

  @Nested
  class ABasicCheck {

    private static SmallPack check(String yaml) {
      return good().append(TOPIC, "checks:\n  - " + yaml + "\n");
    }

    @Test
    void usesARemedyThatIsKnown() {
      assertFault(
          "pack/small/topic.yaml:47:5, /checks/0: expected a remedy in a basic check;"
              + " found \"small/let\"",
          lint(check("{remedy: let, operations: [disk-backup]}")));
    }

    @Test
    void isDecidedByFacts() {
      assertFault(
          "pack/small/topic.yaml:47:5, /checks/0: expected a basic check that facts"
              + " decide; found small/check, which they don't; name probes or facts under decidedBy"
              + " of small/check",
          lint(check("{remedy: check, operations: [disk-backup]}")));
    }
  }

  @Nested
  class ARemedy {

    @Test
    void isUsedBySomething() {
      SmallPack pack = two("let-vss-start");
      assertFault(
          "pack/small/topic.yaml:46:3, /remedies/extra: expected a treatment, retry or"
              + " check that uses small/extra; found none; name it in one, or take it out with"
              + " its words",
          lint(pack));
    }

    @Test
    void citesItsEntries() {
      assertFault(
          "pack/small/topic.yaml:35:3, /remedies/check: expected the entries that"
              + " small/check comes from; found none; write entries: […]",
          lint(topic("    entries: [TEST-01]\n    likelihood: likely", "    likelihood: likely")));
    }

    @Test
    void saysWhichShellItsCommandsAreFor() {
      assertFault(
          "pack/small/topic.yaml:18:3, /remedies/let-vss-start: expected the shell of"
              + " the commands of small/let-vss-start; found none; write shell: cmd or"
              + " powershell or dpm-shell",
          lint(topic("    shell: cmd\n", "")));
    }

    @Test
    void hasNothingToPasteWhereItLosesData() {
      assertFault(
          "pack/small/topic.yaml:32:16, /remedies/let-vss-start/commands/0: expected no"
              + " commands for small/let-vss-start, since it is destructive; found sc.exe"
              + " config VSS start= demand; what loses data is never offered to paste and run;"
              + " say in words what to do",
          lint(
              topic("risk: reversible", "risk: destructive")
                  .replace(WORDS, "    why: A", "    loses: Everything.\n    why: A")));
    }

    @Test
    void requiresRemediesThatAreKnown() {
      assertFault(
          "pack/small/topic.yaml:45:16, /remedies/check/requires/0: expected a remedy"
              + " that small/check requires; found \"small/let-vss-star\"; did you mean"
              + " \"small/let-vss-start\"?",
          lint(topic("undo: impossible", "undo: impossible\n    requires: [let-vss-star]")));
    }

    @Test
    void isDecidedByFactsThatHaveAPlace() {
      assertEquals(
          "pack/small/topic.yaml:27:16, /remedies/let-vss-start/decidedBy/0/fact:"
              + " expected the place of a fact that decides small/let-vss-start;",
          faults(
                  lint(
                      topic(
                          "      - probe: vss-start-type\n        on: protectedServer\n        facts:\n          - services[VSS].startType\n",
                          "      - {fact: \"servises[VSS].startType\", seen: server, effort: instant}\n      - vss-start-type\n")))
              .get(0)
              .replaceAll(";.*", ";"));
    }

    @Test
    void changesFactsThatHaveAPlace() {
      assertEquals(
          "pack/small/topic.yaml:34:42,"
              + " /remedies/let-vss-start/effects/servises[VSS].startType: expected the place"
              + " of a fact that small/let-vss-start changes;",
          faults(lint(topic("effects: {\"services[VSS]", "effects: {\"servises[VSS]")))
              .get(0)
              .replaceAll(";.*", ";"));
    }
  }

  @Nested
  class Words {

    @Test
    void areSentencesAlsoWhereTheyHaveAColon() {
      assertFault(
          "pack/small/words.en.yaml:13:11, /remedies/check/do/1: expected a sentence; found a"
              + " mapping; put it between quotes: YAML reads a colon and a space as a key",
          lint(
              words(
                  "do: Choose Perform consistency check.",
                  "do:\n        - Choose Perform consistency check.\n        - Then: wait.")));
    }

    @Test
    void areThereForEveryEntry() {
      assertFault(
          "pack/small/topic.yaml:2:12, /entries/TEST-01: expected words at"
              + " entries/TEST-01; found none; write them in pack/small/words.en.yaml",
          lint(words("entries: {TEST-01: Replica is inconsistent}", "entries: {}")));
    }

    @Test
    void areThereForEveryProblem() {
      assertFault(
          "pack/small/topic.yaml:11:3, /problems/inconsistent: expected words at"
              + " problems/inconsistent; found none; write them in pack/small/words.en.yaml",
          lint(
              words(
                  "problems: {inconsistent: \"the replica of {dataSource} is inconsistent\"}\n",
                  "")));
    }

    @Test
    void areThereForEveryDecidingFact() {
      assertFault(
          "pack/small/probes.yaml:2:11, /vss-start-type/tells/0:"
              + " expected words at facts/services[VSS].startType; found none; write them in"
              + " pack/small/words.en.yaml",
          lint(
              words(
                  "facts:\n"
                      + "  services[VSS].startType: the start type of the Volume Shadow Copy"
                      + " service\n",
                  "")));
    }

    @Test
    void sayTheTitleTheWhyAndTheVerificationOfEveryRemedy() {
      for (String part : List.of("title: Run a", "why: The replica", "verify: The alert")) {
        String name = part.substring(0, part.indexOf(':'));
        assertTrue(
            faults(lint(words(part, name + ": \"\" #")))
                .get(0)
                .endsWith(
                    "expected words at remedies/check/"
                        + name
                        + "; found none; write the sentence"));
      }
    }

    @Test
    void sayWhatToDoWhereThereAreNoCommands() {
      assertFault(
          "pack/small/topic.yaml:35:3, /remedies/check: expected words at"
              + " remedies/check/do; found none; write them in pack/small/words.en.yaml",
          lint(words("    do: Choose Perform consistency check.\n", "")));
    }

    @Test
    void sayHowToUndoWhereThereAreNoCommandsForThat() {
      assertFault(
          "pack/small/topic.yaml:35:3, /remedies/check: expected words at"
              + " remedies/check/undo; found none; write them in pack/small/words.en.yaml",
          lint(words("    undo: A check changes nothing that could be undone.\n", "")));
    }

    @Test
    void sayWhatADestructiveRemedyLoses() {
      assertFault(
          "pack/small/topic.yaml:35:3, /remedies/check: expected words at"
              + " remedies/check/loses; found none; write them in pack/small/words.en.yaml",
          lint(topic("effort: long\n    risk: reversible", "effort: long\n    risk: destructive")));
    }

    @Test
    void mayNoteMore() {
      assertDoesNotThrow(lint(words("    why: A", "    note: On {server}.\n    why: A")));
    }

    @Test
    void areOnlyThoseThatSomethingUses() {
      assertFault(
          "pack/small/words.en.yaml:11:12, /remedies/check/notes: expected words that"
              + " something uses; found remedies/check/notes; did you mean"
              + " \"remedies/check/note\"?",
          lint(words("    do: Choose", "    notes: More.\n    do: Choose")));
    }

    @Test
    void haveOnlyPlaceholdersThatAreFilled() {
      assertFault(
          "pack/small/words.en.yaml:2:26, /problems/inconsistent: expected placeholders"
              + " at problems/inconsistent out of [backupServer, dataSource, server]; found"
              + " {datasource}; did you mean \"dataSource\"?",
          lint(words("{dataSource} is inconsistent\"", "{datasource} is inconsistent\"")));
    }

    @Test
    void ofThePackAreOnlyThoseThatAPackHas() {
      assertFault(
          "pack/words.en.yaml:2:11, /escalation/tittle: expected words that a pack has:"
              + " escalation/agentServer, escalation/send, escalation/title, servers/agentServer,"
              + " servers/backupServer, servers/dataSource, servers/protectedServer; found"
              + " escalation/tittle; did you mean \"escalation/title\"?",
          lint(good().replace("words.en.yaml", "title", "tittle")));
    }
  }

  @Nested
  class TwoSymptoms {

    private static SmallPack other(String text, String by) {
      return good().renamed("other", "tape").replace("tape/topic.yaml", text, by);
    }

    @Test
    void areNotRecognisedByOneName() {
      assertEquals(
          1,
          faults(
                  lint(
                      topic("    messages:", "    names: [TapeLost]\n    messages:"),
                      other("    messages:", "    names: [tapelost]\n    messages:")))
              .size());
    }

    @Test
    void areNotRecognisedByOneMessage() {
      assertFault(
          "pack/small/topic.yaml:9:12, /symptoms/inconsistent/messages/en/0: expected one symptom"
              + " for the message \"Replica is inconsistent\"; found small/inconsistent and"
              + " tape/inconsistent at other/tape/topic.yaml:9:12; mark the messages generic in"
              + " both, or leave it in one",
          lint(good(), other("The tape is inconsistent", "replica is inconsistent.")));
    }

    @Test
    void shareTheNumbersOfTheBackupServerAndItsAgent() {
      assertEquals(1, faults(lint(good(), other("{dpm: [3107]}", "{mars: [3106]}"))).size());
    }

    @Test
    void mayShareAMessageThatIsGeneric() {
      assertDoesNotThrow(
          lint(
              topic("    messages:", "    genericMessages: true\n    messages:"),
              other("    messages:", "    genericMessages: true\n    messages:")
                  .replace("tape/topic.yaml", "The tape is", "Replica is")));
    }
  }
}
