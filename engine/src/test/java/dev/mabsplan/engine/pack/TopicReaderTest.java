package dev.mabsplan.engine.pack;

import static dev.mabsplan.engine.pack.SmallPack.assertFault;
import static dev.mabsplan.engine.pack.SmallPack.good;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.ServerRole;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TopicReaderTest {

  private static final String OPERATIONS =
      "disk-backup, online-backup, recovery, registration, agent, setup, policy, passphrase, mail,"
          + " console";

  private static final String FILE = "small/topic.yaml";

  private static SmallPack topic(String text, String by) {
    return good().replace(FILE, text, by);
  }

  private static Topic read(SmallPack pack) {
    return pack.read().topics().get(0);
  }

  @Nested
  class Names {

    @Test
    void areOfTheTopicWhereTheyNameNoOther() {
      Topic topic = read(topic("retry: check", "retry: other/check"));
      assertEquals("small/inconsistent", topic.problems().get(0).id());
      assertEquals(
          List.of(new Treatment.Take("small/let-vss-start", null)),
          topic.problems().get(0).treatment().takes().toList());
      assertEquals("other/check", topic.problems().get(0).retry());
    }

    @Test
    void ofWhatATopicDefinesAreItsOwn() {
      assertFault(
          "pack/small/topic.yaml:35:3, /remedies/other/check: expected a name of small"
              + " letters, digits and hyphens; found \"other/check\"; what another topic defines"
              + " is only referred to here",
          topic("\n  check:", "\n  other/check:")::read);
    }

    @Test
    void thatNobodyReadsAreRefusedWithTheNearest() {
      assertFault(
          "pack/small/topic.yaml:29:9, /remedies/let-vss-start/decidedBy/0/fatcs: expected one of"
              + " probe, facts, on; found \"fatcs\"; did you mean \"facts\"?",
          topic("        facts:", "        fatcs:")::read);
    }
  }

  @Nested
  class ASymptom {

    private KnownSymptom symptom(String more) {
      return read(topic("    ids:", more + "    ids:")).symptoms().get(0);
    }

    @Test
    void isWhatItsFileSays() {
      KnownSymptom symptom = symptom("");
      assertEquals("small/inconsistent", symptom.id());
      assertEquals(ServerRole.PROTECTED_SERVER, symptom.affects());
      assertEquals(Map.of("dpm", Set.of(3106)), symptom.ids());
      assertEquals(List.of("Replica is inconsistent"), symptom.messages());
      assertFalse(symptom.genericMessages());
    }

    @Test
    void hasGenericIdsCodesAndNamesToo() {
      KnownSymptom symptom =
          symptom(
              """
                  genericIds: {mars: [104, 100066]}
                  codes: [0x80070015]
                  names: [CBPFailed]
                  operations: [Recovery point]
                  genericMessages: true
              """
                  .indent(4)
                  .replace("        ", "    "));
      assertEquals(Map.of("mars", Set.of(104, 100066)), symptom.genericIds());
      assertEquals(Set.of("0x80070015"), symptom.codes());
      assertEquals(Set.of("CBPFailed"), symptom.names());
      assertEquals(List.of("Recovery point"), symptom.operations());
      assertTrue(symptom.genericMessages());
    }

    @Test
    void needsToSayWhomItAffects() {
      assertFault(
          "pack/small/topic.yaml:4:3, /symptoms/inconsistent: expected \"affects\"; found"
              + " nothing; write one of backupServer, agentServer, protectedServer",
          topic("    affects: protectedServer\n", "")::read);
    }

    @Test
    void hasNumbersByProduct() {
      assertFault(
          "pack/small/topic.yaml:7:10, /symptoms/inconsistent/ids: expected numbers by product,"
              + " such as {dpm: [3106]}; found a list",
          topic("{dpm: [3106]}", "[3106]")::read);
    }

    @Test
    void hasNumbersThatAreNumbers() {
      assertFault(
          "pack/small/topic.yaml:7:17, /symptoms/inconsistent/ids/dpm/0: expected a"
              + " whole number; found \"0xC22\"; what is no number is one of codes or names",
          topic("[3106]", "[\"0xC22\"]")::read);
    }

    @Test
    void hasAListOfMessages() {
      assertFault(
          "pack/small/topic.yaml:9:11, /symptoms/inconsistent/messages/en: expected a"
              + " list under \"en\"; found \"Replica is inconsistent\"; write it in brackets:"
              + " [Replica is inconsistent]",
          topic("[Replica is inconsistent]", "Replica is inconsistent")::read);
    }

    @Test
    void hasMessagesThatAreTexts() {
      assertFault(
          "pack/small/topic.yaml:9:12, /symptoms/inconsistent/messages/en/0: expected a text;"
              + " found a mapping",
          topic("[Replica is inconsistent]", "[{a: b}]")::read);
    }

    @Test
    void hasFlagsThatAreTrueOrFalse() {
      assertFault(
          "pack/small/topic.yaml:7:22, /symptoms/inconsistent/genericMessages: expected true or"
              + " false; found \"yes\"",
          topic("    ids:", "    genericMessages: yes\n    ids:")::read);
    }

    @Test
    void isAMapping() {
      assertFault(
          "pack/small/topic.yaml:3:11, /symptoms: expected a mapping under \"symptoms\"; found"
              + " a list",
          good().with(FILE, "entries:\n  TEST-01: x\nsymptoms: [inconsistent]\n")::read);
    }
  }

  @Nested
  class AProblem {

    private Treatment treatment(String yaml) {
      return read(topic("treatment: let-vss-start", "treatment: " + yaml))
          .problems()
          .get(0)
          .treatment();
    }

    private final Treatment a = new Treatment.Take("small/a", null);
    private final Treatment b = new Treatment.Take("small/b", null);

    @Test
    void isWhatItsFileSays() {
      KnownProblem problem = read(good()).problems().get(0);
      assertEquals(Set.of(Operation.DISK_BACKUP), problem.operations());
      assertEquals(Severity.HIGH, problem.severity());
      assertEquals("small/check", problem.retry());
      assertFalse(problem.retryAlone());
    }

    @Test
    void isTreatedByRivalsChoicesSequencesAndChecklists() {
      assertEquals(new Treatment.Rivals(List.of(a, b)), treatment("{rivals: [a, b]}"));
      assertEquals(new Treatment.Choice(List.of(a, b)), treatment("{choice: [a, b]}"));
      assertEquals(new Treatment.Sequence(List.of(a, b)), treatment("{sequence: [a, b]}"));
      assertEquals(new Treatment.Checklist(List.of(a, b)), treatment("{checklist: [a, b]}"));
    }

    @Test
    void isTreatedByTreesOfThem() {
      assertEquals(
          new Treatment.Checklist(List.of(a, new Treatment.Sequence(List.of(b)))),
          treatment("{checklist: [a, {sequence: [b]}]}"));
    }

    @Test
    void isTreatedByOneRemedyOnlyAfterAnother() {
      assertEquals(
          new Treatment.Rivals(List.of(a, new Treatment.Take("small/b", "small/a"))),
          treatment("{rivals: [a, {remedy: b, fallbackOf: a}]}"));
    }

    @Test
    void mayHaveNoRetry() {
      assertNull(read(topic("retry: check", "retry: none")).problems().get(0).retry());
    }

    @Test
    void saysWhetherItHasARetry() {
      assertFault(
          "pack/small/topic.yaml:11:3, /problems/inconsistent: expected \"retry\"; found"
              + " nothing",
          topic("    retry: check\n", "")::read);
    }

    @Test
    void saysWhatItStandsInTheWayOf() {
      assertFault(
          "pack/small/topic.yaml:11:3, /problems/inconsistent: expected the operations"
              + " that it bears on; found none; write a list of "
              + OPERATIONS,
          topic("    operations: [disk-backup]\n", "")::read);
    }

    @Test
    void hasATreatment() {
      assertFault(
          "pack/small/topic.yaml:11:3, /problems/inconsistent: expected a treatment;"
              + " found none; name the remedy, or write rivals, choice, sequence or checklist",
          topic("    treatment: let-vss-start\n", "")::read);
    }

    @Test
    void hasATreatmentOfOneShape() {
      assertFault(
          "pack/small/topic.yaml:15:16, /problems/inconsistent/treatment: expected"
              + " exactly one of rivals, choice, sequence, checklist or remedy; found rivals"
              + " and choice; put one inside the other, as an item of its list",
          topic("treatment: let-vss-start", "treatment: {rivals: [a], choice: [b]}")::read);
    }
  }

  @Nested
  class ARemedy {

    private Remedy remedy(SmallPack pack) {
      return read(pack).remedies().get(0);
    }

    @Test
    void isWhatItsFileSays() {
      Remedy remedy = remedy(good());
      assertEquals("small/let-vss-start", remedy.id());
      assertEquals(List.of("TEST-01"), remedy.entries());
      assertEquals(Likelihood.POSSIBLE, remedy.likelihood());
      assertEquals(Effort.INSTANT, remedy.effort());
      assertEquals(Risk.REVERSIBLE, remedy.risk());
      assertEquals(Place.SERVER, remedy.place());
      assertEquals(ServerRole.PROTECTED_SERVER, remedy.on());
      assertEquals(Scope.SERVER, remedy.per());
      assertEquals(Shell.CMD, remedy.shell());
      assertEquals(List.of("sc.exe config VSS start= demand"), remedy.commands());
      assertEquals(List.of("sc.exe config VSS start= disabled"), remedy.undoCommands());
      assertEquals(Map.of("services[VSS].startType", "manual"), remedy.effects());
    }

    @Test
    void isDecidedByFactsOfItsServer() {
      assertEquals(
          new Decision.ByFacts(
              List.of(
                  new Deciding.ByProbe(
                      "small/vss-start-type",
                      List.of("services[VSS].startType"),
                      ServerRole.PROTECTED_SERVER))),
          remedy(good()).decision());
    }

    @Test
    void canBeDecidedByFactsOfAnotherServer() {
      Decision decision =
          remedy(topic("        on: protectedServer", "        on: backupServer")).decision();
      assertEquals(ServerRole.BACKUP_SERVER, ((Decision.ByFacts) decision).by().get(0).on());
    }

    @Test
    void canFollowFromItsProblemOrBeATrial() {
      assertEquals(new Decision.Always(), read(good()).remedies().get(1).decision());
      assertEquals(
          new Decision.Trial(),
          read(topic("decidedBy: always", "decidedBy: trial")).remedies().get(1).decision());
    }

    @Test
    void saysWhatDecidesIt() {
      assertFault(
          "pack/small/topic.yaml:43:16, /remedies/check/decidedBy: expected decidedBy: always,"
              + " trial, or a list of probes and facts; found \"sometimes\"",
          topic("decidedBy: always", "decidedBy: sometimes")::read);
    }

    @Test
    void saysWhatDecidesItAlsoWhereItSaysNothing() {
      assertFault(
          "pack/small/topic.yaml:35:3, /remedies/check: expected decidedBy: always,"
              + " trial, or a list of probes and facts; found nothing; write always where it follows from"
              + " the problem, trial where only trying tells",
          topic("    decidedBy: always\n", "")::read);
    }

    @Test
    void saysHowItIsUndone() {
      assertFault(
          "pack/small/topic.yaml:35:3, /remedies/check: expected undo: words,"
              + " impossible, or commands; found nothing; write undo: {commands: […]}, or undo:"
              + " words or impossible and say it in the words",
          topic("    undo: impossible\n", "")::read);
    }

    @Test
    void saysHowItIsUndoneInOneOfThreeWays() {
      assertFault(
          "pack/small/topic.yaml:44:11, /remedies/check/undo: expected undo: words,"
              + " impossible, or commands; found \"never\"; write undo: {commands: […]}, or undo:"
              + " words or impossible and say it in the words",
          topic("undo: impossible", "undo: never")::read);
    }

    @Test
    void canBeUndoneUnlessItSaysThatItCannot() {
      assertTrue(remedy(good()).undoable());
      assertFalse(read(good()).remedies().get(1).undoable());
      assertTrue(read(topic("undo: impossible", "undo: words")).remedies().get(1).undoable());
    }

    @Test
    void usesWordsForEveryClass() {
      assertFault(
          "pack/small/topic.yaml:20:17, /remedies/let-vss-start/likelihood: expected one"
              + " of very-likely, likely, possible, rare; found \"sure\"; did you mean \"rare\"?",
          topic("likelihood: possible", "likelihood: sure")::read);
      assertFault(
          "pack/small/topic.yaml:21:13, /remedies/let-vss-start/effort: expected one of instant,"
              + " short, medium, long, very-long; found \"5\"",
          topic("effort: instant", "effort: 5")::read);
      assertFault(
          "pack/small/topic.yaml:22:11, /remedies/let-vss-start/risk: expected one of read-only,"
              + " reversible, disruptive, destructive; found \"none\"",
          topic("risk: reversible", "risk: none")::read);
      assertFault(
          "pack/small/topic.yaml:31:12, /remedies/let-vss-start/shell: expected one of cmd,"
              + " powershell, dpm-shell; found \"bash\"",
          topic("shell: cmd", "shell: bash")::read);
    }

    @Test
    void hasADecidingFactWithAPlace() {
      assertFault(
          "pack/small/topic.yaml:27:9, /remedies/let-vss-start/decidedBy/0: expected \"fact\";"
              + " found nothing",
          topic(
                  "      - probe: vss-start-type\n        on: protectedServer\n        facts:\n"
                      + "          - services[VSS].startType",
                  "      - {seen: console, effort: short}")
              ::read);
    }
  }

  @Nested
  class ABasicCheck {

    private BasicCheck check(String yaml) {
      return read(good().append(FILE, "checks:\n  - " + yaml + "\n")).checks().get(0);
    }

    @Test
    void bearsOnItsOperationsOnly() {
      BasicCheck check = check("{remedy: let-vss-start, operations: [disk-backup]}");
      assertEquals(
          new BasicCheck("small/let-vss-start", Set.of(Operation.DISK_BACKUP), false, false),
          check);
      assertTrue(check.bearsOn(Set.of(Operation.RECOVERY, Operation.DISK_BACKUP)));
      assertFalse(check.bearsOn(Set.of(Operation.RECOVERY)));
    }

    @Test
    void canBeRoutine() {
      assertTrue(
          check("{remedy: let-vss-start, operations: [disk-backup], routine: true}").routine());
    }

    @Test
    void bearsOnNoOperationThatIsNone() {
      assertFault(
          "pack/small/topic.yaml:47:42, /checks/0/operations/0: expected an operation, one of "
              + OPERATIONS
              + "; found \"bakcup\"",
          good().append(FILE, "checks:\n  - {remedy: let-vss-start, operations: [bakcup]}\n")
              ::read);
    }

    @Test
    void isToldWhichOperationWasMeant() {
      assertFault(
          "pack/small/topic.yaml:47:42, /checks/0/operations/0: expected an operation, one of "
              + OPERATIONS
              + "; found \"registratoin\"; did you mean \"registration\"?",
          good().append(FILE, "checks:\n  - {remedy: let-vss-start, operations: [registratoin]}\n")
              ::read);
    }

    @Test
    void isToldWhatAnOldWordIsNow() {
      assertFault(
          "pack/small/topic.yaml:47:42, /checks/0/operations/0: expected an operation, one of "
              + OPERATIONS
              + "; found \"backup\"; did you mean \"disk-backup\" or \"online-backup\"?",
          good().append(FILE, "checks:\n  - {remedy: let-vss-start, operations: [backup]}\n")
              ::read);
    }

    @Test
    void bearsOnSomething() {
      assertFault(
          "pack/small/topic.yaml:47:5, /checks/0: expected the operations that it bears on;"
              + " found none; write a list of "
              + OPERATIONS,
          good().append(FILE, "checks:\n  - {remedy: let-vss-start}\n")::read);
    }

    @Test
    void namesItsRemedy() {
      assertFault(
          "pack/small/topic.yaml:47:5, /checks/0: expected \"remedy\"; found nothing",
          good().append(FILE, "checks:\n  - {operations: [disk-backup]}\n")::read);
    }
  }
}
