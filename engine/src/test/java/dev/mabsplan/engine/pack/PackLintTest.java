package dev.mabsplan.engine.pack;

import static dev.mabsplan.engine.pack.SmallPack.assertFault;
import static dev.mabsplan.engine.pack.SmallPack.faults;
import static dev.mabsplan.engine.pack.SmallPack.good;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
    return () -> new Knowledge(read);
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
  void everythingThatIsWrongIsSaidAtOnce() {
    assertEquals(
        List.of(
            "pack/small/topic.yaml: expected a remedy in the retry of small/inconsistent;"
                + " found \"small/chek\"; did you mean \"small/check\"?",
            "pack/small/topic.yaml: expected a treatment, retry or check that uses small/check;"
                + " found none",
            "pack/small/words.en.yaml: expected words at remedies/check/verify; found none"),
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
          "expected a pack id that no other pack has; found \"test\" twice",
          lint(good(), good().renamed("test", "tape")));
    }

    @Test
    void ofTopicsAreTheirOwn() {
      assertEquals(
          "other/small/topic.yaml: expected a topic name that no other pack has; found \"small\","
              + " as in pack test",
          faults(lint(good(), good().renamed("other", "small"))).get(0));
    }

    @Test
    void ofErrorsDecideForOneSymptom() {
      assertFault(
          "other/tape/topic.yaml: expected one symptom for id 3106 of dpm; found"
              + " small/inconsistent and tape/inconsistent; mark it generic in both, or leave it"
              + " in one",
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
          "pack/small/topic.yaml: expected an id, code, name or message that small/inconsistent is"
              + " recognised by; found none",
          lint(
              topic(
                  "    ids: {dpm: [3106]}\n    messages:\n      en: [Replica is inconsistent]\n",
                  "")));
    }

    @Test
    void citesEntriesOfItsTopic() {
      assertFault(
          "pack/small/topic.yaml: expected an entry of this topic for small/inconsistent; found"
              + " TEST-02; did you mean \"TEST-01\"?",
          lint(topic("entries: [TEST-01]", "entries: [TEST-02]")));
    }
  }

  @Nested
  class AProblem {

    @Test
    void isTreatedByRemediesThatAreKnown() {
      assertEquals(
          "pack/small/topic.yaml: expected a remedy in the treatment of small/inconsistent; found"
              + " \"small/let-vss-strat\"; did you mean \"small/let-vss-start\"?",
          faults(lint(topic("treatment: let-vss-start", "treatment: let-vss-strat"))).get(0));
    }

    @Test
    void isTreatedByEachRemedyOnce() {
      assertFault(
          "pack/small/topic.yaml: expected each remedy once in the treatment of"
              + " small/inconsistent; found small/let-vss-start twice",
          lint(
              topic(
                  "treatment: let-vss-start",
                  "treatment: {rivals: [let-vss-start, {sequence: [let-vss-start]}]}")));
    }

    @Test
    void isTreatedBySomething() {
      assertEquals(
          "pack/small/topic.yaml: expected at least one remedy in the treatment of"
              + " small/inconsistent; found none",
          faults(lint(topic("treatment: let-vss-start", "treatment: {rivals: []}"))).get(0));
    }

    @Test
    void fallsBackFromARemedyOfItsOwn() {
      assertFault(
          "pack/small/topic.yaml: expected fallbackOf a remedy of the same treatment; found"
              + " small/check",
          lint(two("{rivals: [let-vss-start, {remedy: extra, fallbackOf: check}]}")));
    }

    @Test
    void isRetriedByARemedyThatIsKnown() {
      assertEquals(
          "pack/small/topic.yaml: expected a remedy in the retry of small/inconsistent; found"
              + " \"other/check\"",
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
          "pack/small/topic.yaml: expected a remedy in a basic check; found \"small/let\"",
          lint(check("{remedy: let, operations: all}")));
    }

    @Test
    void isDecidedByFacts() {
      assertFault(
          "pack/small/topic.yaml: expected a basic check that facts decide; found small/check,"
              + " which they don't",
          lint(check("{remedy: check, operations: all}")));
    }

    @Test
    void isAProblemThatIsKnown() {
      assertFault(
          "pack/small/topic.yaml: expected a problem for a basic check; found small/inconsistant;"
              + " did you mean \"small/inconsistent\"?",
          lint(check("{remedy: let-vss-start, operations: all, problem: inconsistant}")));
    }
  }

  @Nested
  class ARemedy {

    @Test
    void isUsedBySomething() {
      SmallPack pack = two("let-vss-start");
      assertFault(
          "pack/small/topic.yaml: expected a treatment, retry or check that uses small/extra; found"
              + " none",
          lint(pack));
    }

    @Test
    void citesItsEntries() {
      assertFault(
          "pack/small/topic.yaml: expected the entries that small/check comes from; found none",
          lint(topic("    entries: [TEST-01]\n    likelihood: likely", "    likelihood: likely")));
    }

    @Test
    void saysWhichShellItsCommandsAreFor() {
      assertFault(
          "pack/small/topic.yaml: expected the shell of the commands of small/let-vss-start; found"
              + " none",
          lint(topic("    shell: cmd\n", "")));
    }

    @Test
    void hasNothingToPasteWhereItLosesData() {
      assertFault(
          "pack/small/topic.yaml: expected no commands for small/let-vss-start, since it is"
              + " destructive; found sc.exe config VSS start= demand; what loses data is never"
              + " offered to paste and run; say in words what to do",
          lint(
              topic("risk: reversible", "risk: destructive")
                  .replace(WORDS, "    why: A", "    loses: Everything.\n    why: A")));
    }

    @Test
    void requiresRemediesThatAreKnown() {
      assertFault(
          "pack/small/topic.yaml: expected a remedy that small/check requires; found"
              + " \"small/let-vss-star\"; did you mean \"small/let-vss-start\"?",
          lint(topic("undo: impossible", "undo: impossible\n    requires: [let-vss-star]")));
    }

    @Test
    void isNotRequiredByWhatItRequires() {
      List<String> faults =
          faults(
              lint(
                  two("{rivals: [let-vss-start, extra]}")
                      .append(TOPIC, "    requires: [let-vss-start]\n")
                      .replace(TOPIC, "    shell: cmd", "    requires: [extra]\n    shell: cmd")));
      assertEquals(
          List.of(
              "expected remedies that come before one another in a line; found a circle through"
                  + " small/extra; look at its requires and fallbackOf",
              "expected remedies that come before one another in a line; found a circle through"
                  + " small/let-vss-start; look at its requires and fallbackOf"),
          faults);
    }

    @Test
    void isNotTheFallbackOfWhatRequiresIt() {
      assertEquals(
          2,
          faults(
                  lint(
                      two("{rivals: [let-vss-start, {remedy: extra, fallbackOf: let-vss-start}]}")
                          .replace(
                              TOPIC, "    shell: cmd", "    requires: [extra]\n    shell: cmd")))
              .size());
    }

    @Test
    void isDecidedByFactsThatHaveAPlace() {
      assertEquals(
          "pack/small/topic.yaml: expected the place of a fact that decides small/let-vss-start;",
          faults(
                  lint(
                      topic("fact: services[VSS]", "fact: servises[VSS]")
                          .replace(WORDS, "services[VSS]", "servises[VSS]")))
              .get(0)
              .replaceAll(";.*", ";"));
    }

    @Test
    void saysWhichShellObtainsAFact() {
      assertFault(
          "pack/small/topic.yaml: expected the shell of the command that obtains"
              + " services[VSS].startType; found none",
          lint(topic("        shell: powershell\n", "")));
    }

    @Test
    void changesFactsThatHaveAPlace() {
      assertEquals(
          "pack/small/topic.yaml: expected the place of a fact that small/let-vss-start changes;",
          faults(lint(topic("effects: {\"services[VSS]", "effects: {\"servises[VSS]")))
              .get(0)
              .replaceAll(";.*", ";"));
    }

    @Test
    void hasPlaceholdersInItsCommandsThatAreFilled() {
      assertFault(
          "pack/small/topic.yaml: expected placeholders in the commands of small/let-vss-start out"
              + " of [backupServer, dataSource, item, items, protectionGroup, server]; found"
              + " {sever}; did you mean \"server\"?",
          lint(topic("Get-Service -Name VSS", "Get-Service -ComputerName '{sever}' -Name VSS")));
    }

    @Test
    void mayHaveBracesInItsCommands() {
      assertDoesNotThrow(
          lint(topic("Get-Service -Name VSS", "Get-Service | Where-Object { $_.Name -eq 'VSS' }")));
    }
  }

  @Nested
  class Words {

    @Test
    void areThereForEveryEntry() {
      assertFault(
          "pack/small/words.en.yaml: expected words at entries/TEST-01; found none",
          lint(words("entries: {TEST-01: Replica is inconsistent}", "entries: {}")));
    }

    @Test
    void areThereForEveryProblem() {
      assertFault(
          "pack/small/words.en.yaml: expected words at problems/inconsistent; found none",
          lint(
              words(
                  "problems: {inconsistent: \"the replica of {dataSource} is inconsistent\"}\n",
                  "")));
    }

    @Test
    void areThereForEveryDecidingFact() {
      assertFault(
          "pack/small/words.en.yaml: expected words at facts/services[VSS].startType; found none",
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
        assertFault(
            "pack/small/words.en.yaml: expected words at remedies/check/" + name + "; found none",
            lint(words(part, name + ": \"\" #")));
      }
    }

    @Test
    void sayWhatToDoWhereThereAreNoCommands() {
      assertFault(
          "pack/small/words.en.yaml: expected words at remedies/check/do; found none",
          lint(words("    do: Choose Perform consistency check.\n", "")));
    }

    @Test
    void sayHowToUndoWhereThereAreNoCommandsForThat() {
      assertFault(
          "pack/small/words.en.yaml: expected words at remedies/check/undo; found none",
          lint(words("    undo: A check changes nothing that could be undone.\n", "")));
    }

    @Test
    void sayWhatADestructiveRemedyLoses() {
      assertFault(
          "pack/small/words.en.yaml: expected words at remedies/check/loses; found none",
          lint(topic("effort: long\n    risk: reversible", "effort: long\n    risk: destructive")));
    }

    @Test
    void mayNoteMore() {
      assertDoesNotThrow(lint(words("    why: A", "    note: On {server}.\n    why: A")));
    }

    @Test
    void areOnlyThoseThatSomethingUses() {
      assertFault(
          "pack/small/words.en.yaml: expected words that something uses; found"
              + " remedies/check/notes; did you mean \"remedies/check/note\"?",
          lint(words("    do: Choose", "    notes: More.\n    do: Choose")));
    }

    @Test
    void haveOnlyPlaceholdersThatAreFilled() {
      assertFault(
          "pack/small/words.en.yaml: expected placeholders at problems/inconsistent out of"
              + " [backupServer, dataSource, server]; found {datasource}; did you mean"
              + " \"dataSource\"?",
          lint(words("{dataSource} is inconsistent\"", "{datasource} is inconsistent\"")));
    }

    @Test
    void ofThePackAreOnlyThoseThatAPackHas() {
      assertFault(
          "words.en.yaml of pack test: expected words that a pack has; found escalation/tittle;"
              + " did you mean \"escalation/title\"?",
          lint(good().replace("words.en.yaml", "title", "tittle")));
    }
  }
}
