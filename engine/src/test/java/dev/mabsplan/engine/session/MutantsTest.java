package dev.mabsplan.engine.session;

import static dev.mabsplan.engine.pack.SmallPack.good;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.finding.Symptom;
import dev.mabsplan.engine.lint.CheckedPacks;
import dev.mabsplan.engine.lint.UnknownLint;
import dev.mabsplan.engine.pack.SmallPack;
import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.DataSource;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import dev.mabsplan.facts.gathered.Address;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class MutantsTest {

  private static final Service VSS = Service.of("FS01", "VSS");
  private static final Service DISABLED = VSS.withStartType(StartType.DISABLED);
  private static final Service MANUAL = VSS.withStartType(StartType.MANUAL);
  private static final Symptom SYMPTOM =
      new Symptom("small/inconsistent", "FS01", "D:\\", Address.parse("errors[0]"));
  private static final SmallPack VSS_DISABLED =
      good()
          .rule(
              "tested",
              "Service( name == \"VSS\", startType == StartType.DISABLED, $server : server )");

  private static Mutants mutants(SmallPack pack) {
    return Mutants.of(pack.compile(), "small", UnknownLint::refuses);
  }

  /** The mutants of the rule {@code tested}, without its name. */
  private static List<String> changes(String patterns) {
    return changes(good().rule("tested", patterns));
  }

  private static List<String> changes(SmallPack pack) {
    return mutants(pack).all().stream()
        .filter(MutantsTest::isTested)
        .map(MutantsTest::change)
        .toList();
  }

  private static boolean isTested(Mutant mutant) {
    return mutant.rule().equals("small/tested");
  }

  private static String change(Mutant mutant) {
    return mutant.id().substring("small/tested: ".length());
  }

  private static Mutant mutant(Mutants mutants, String change) {
    return mutants.all().stream()
        .filter(mutant -> mutant.id().equals("small/tested: " + change))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + change + " in " + mutants.all()));
  }

  /** What one mutant of the rule {@code tested} derives as that rule. */
  private static List<Derivation> derived(SmallPack pack, String change, Object... observed) {
    Mutants mutants = mutants(pack);
    return mutants.with(mutant(mutants, change)).derive(List.of(observed)).stream()
        .filter(derivation -> derivation.rule().equals("small/tested"))
        .toList();
  }

  private static boolean fires(String patterns, String change, Object... observed) {
    return !derived(good().rule("tested", patterns), change, observed).isEmpty();
  }

  private static Set<String> differing(Mutants mutants, Object... observed) {
    return mutants.differing(List.of(observed)).stream()
        .filter(MutantsTest::isTested)
        .map(MutantsTest::change)
        .collect(toSet());
  }

  @Nested
  class OfARule {

    @Test
    void itNeverFiresOrLacksAConditionOrDemandsItsOpposite() {
      assertEquals(
          List.of(
              "never fires",
              "without name == \"VSS\"",
              "with name != \"VSS\"",
              "without startType == StartType.DISABLED",
              "with startType != StartType.DISABLED"),
          changes(VSS_DISABLED));
    }

    @Test
    void eachTellsWhereItIsAndWhatChanges() {
      Mutants mutants = mutants(VSS_DISABLED);
      assertEquals(
          new Mutant(
              "small/tested: with name != \"VSS\"",
              "small/tested",
              "pack/small/rules.drl",
              18,
              Mutant.Kind.FLIPPED,
              "name == \"VSS\"",
              "name != \"VSS\""),
          mutant(mutants, "with name != \"VSS\""));
      assertEquals(
          new Mutant(
              "small/tested: never fires",
              "small/tested",
              "pack/small/rules.drl",
              16,
              Mutant.Kind.DISABLED,
              "",
              ""),
          mutant(mutants, "never fires"));
    }

    @Test
    void theyAreInTheOrderOfTheFile() {
      List<Integer> lines =
          mutants(VSS_DISABLED.rule("another", "Volume( freeBytes < 5, $server : server )"))
              .all()
              .stream()
              .map(Mutant::line)
              .toList();
      assertEquals(lines.stream().sorted().toList(), lines);
    }

    @Test
    void aBindingIsNoCondition() {
      assertEquals(List.of("never fires"), changes("Service( $name : name, $server : server )"));
    }

    @Test
    void aDroppedConditionLeavesItsVariableBound() {
      SmallPack pack =
          good()
              .rule(
                  "tested",
                  "Service( $name : name == \"VSS\", $server : server )",
                  "missing( drools, \"small/let-vss-start\", $server, $name );");
      assertEquals(
          List.of("never fires", "without $name : name == \"VSS\"", "with $name : name != \"VSS\""),
          changes(pack));
      List<Derivation> derived =
          derived(pack, "without $name : name == \"VSS\"", Service.of("FS01", "BITS"));
      assertEquals(List.of("BITS"), derived.stream().map(d -> d.bindings().get("name")).toList());
    }

    @Test
    void aPatternThatNothingElseUsesIsDropped() {
      assertEquals(
          List.of(
              "never fires",
              "without Service( server == $server )",
              "without server == $server",
              "with server != $server"),
          changes("Volume( $server : server )\nService( server == $server )"));
    }

    @Test
    void theOppositeOfNotIsExists() {
      String patterns =
          "Collected( kind == FactKind.SERVICES, $server : server )\n"
              + "not Service( server == $server, present == true )";
      assertEquals(
          List.of(
              "never fires",
              "without kind == FactKind.SERVICES",
              "with kind != FactKind.SERVICES",
              "without not Service( server == $server, present == true )",
              "with exists Service( server == $server, present == true )",
              "without server == $server",
              "with server != $server",
              "without present == true",
              "with present != true"),
          changes(patterns));
      Collected collected = new Collected("FS01", FactKind.SERVICES);
      assertTrue(
          fires(
              patterns,
              "with exists Service( server == $server, present == true )",
              collected,
              VSS));
      assertFalse(
          fires(patterns, "with exists Service( server == $server, present == true )", collected));
    }

    @Test
    void theOppositeOfExistsIsNot() {
      String patterns = "Volume( $server : server )\nexists Service( server == $server )";
      Volume volume = Volume.of("FS01", "D:");
      assertTrue(fires(patterns, "with not Service( server == $server )", volume));
      assertFalse(fires(patterns, "with not Service( server == $server )", volume, VSS));
    }

    @Test
    void oneConditionTwiceIsCounted() {
      assertEquals(
          List.of(
              "never fires",
              "without name == \"VSS\"",
              "with name != \"VSS\"",
              "without Service( name == \"VSS\" )",
              "without name == \"VSS\" (2nd)",
              "with name != \"VSS\" (2nd)"),
          changes("Service( name == \"VSS\", $server : server )\nService( name == \"VSS\" )"));
    }

    @Test
    void aGuardThatTheLintDemandsIsNone() {
      assertEquals(
          List.of(
              "never fires",
              "without version.isBelow(\"2.0\")",
              "with version.isBelow(\"2.0\") == false"),
          changes("Software( version != null, version.isBelow(\"2.0\"), $server : server )"));
    }

    @Test
    void aGuardBeforeWhatMatchesNothingUnknownIsNone() {
      assertEquals(
          List.of("never fires", "without freeBytes < 5", "with freeBytes >= 5"),
          changes("Volume( freeBytes != null, freeBytes < 5, $server : server )"));
    }

    @Test
    void aGuardAloneIsDropped() {
      assertEquals(
          List.of("never fires", "without freeBytes != null"),
          changes("Volume( freeBytes != null, $server : server )"));
    }
  }

  @Nested
  class TheOpposite {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "sizeBytes == 5 | sizeBytes != 5 | 4 | 5",
          "sizeBytes != null, sizeBytes != 5 | sizeBytes == 5 | 5 | 4",
          "sizeBytes < 5 | sizeBytes >= 5 | 5 | 4",
          "sizeBytes >= 5 | sizeBytes < 5 | 4 | 5",
          "sizeBytes > 5 | sizeBytes <= 5 | 5 | 6",
          "sizeBytes <= 5 | sizeBytes > 5 | 6 | 5",
          "sizeBytes in ( 5, 6 ) | sizeBytes not in ( 5, 6 ) | 4 | 6",
          "sizeBytes != null, sizeBytes not in ( 5, 6 ) | sizeBytes in ( 5, 6 ) | 5 | 4",
        })
    void matchesWhatTheConditionDoesNotAndNothingUnknown(
        String condition, String opposite, long matching, long other) {
      String patterns = "Volume( " + condition + ", $server : server )";
      Volume volume = Volume.of("FS01", "D:");
      assertTrue(fires(patterns, "with " + opposite, volume.withSizeBytes(matching)));
      assertFalse(fires(patterns, "with " + opposite, volume.withSizeBytes(other)));
      assertFalse(fires(patterns, "with " + opposite, volume));
    }

    @Test
    void ofAMemberMatchesOtherMembersAndNothingUnknown() {
      String patterns = "Volume( purposes contains VolumePurpose.SCRATCH, $server : server )";
      String opposite = "with purposes not contains VolumePurpose.SCRATCH";
      Volume volume = Volume.of("FS01", "D:");
      Volume pool = volume.withPurposes(Set.of(VolumePurpose.STORAGE_POOL));
      assertTrue(fires(patterns, opposite, pool));
      assertFalse(fires(patterns, opposite, volume.withPurposes(Set.of(VolumePurpose.SCRATCH))));
      assertFalse(fires(patterns, opposite, volume));
    }

    @Test
    void ofACallMatchesWhereItSaysNo() {
      String patterns = "Software( version != null, version.isBelow(\"2.0\"), $server : server )";
      String opposite = "with version.isBelow(\"2.0\") == false";
      Software agent = Software.of("FS01", "mars");
      assertTrue(fires(patterns, opposite, agent.withVersion(Version.parse("2.1"))));
      assertFalse(fires(patterns, opposite, agent.withVersion(Version.parse("1.9"))));
      assertFalse(fires(patterns, opposite, agent));
    }

    @Test
    void ofACallOnTheFactMatchesWhereItSaysNo() {
      String patterns = "Service( named(\"SQLAgent$*\"), $server : server )";
      String opposite = "with named(\"SQLAgent$*\") == false";
      assertTrue(fires(patterns, opposite, VSS));
      assertFalse(fires(patterns, opposite, Service.of("FS01", "SQLAgent$PROD")));
    }

    @Test
    void ofAJoinMatchesNothingWithAnUnknown() {
      String patterns =
          "Problem( $server : server, $source : dataSource )\n"
              + "DataSource( server == $server, name == $source )";
      DataSource other = DataSource.of("FS01", "E:\\");
      Symptom ofServer =
          new Symptom("small/inconsistent", "FS01", null, Address.parse("errors[0]"));
      assertTrue(fires(patterns, "with name != $source", SYMPTOM, other));
      assertFalse(fires(patterns, "with name != $source", ofServer, other));
    }
  }

  @Nested
  class WithAMutant {

    @Test
    void theRuleDerivesWhatItsChangeMakesOfIt() {
      List<Derivation> derived =
          derived(VSS_DISABLED, "without startType == StartType.DISABLED", MANUAL);
      assertEquals(1, derived.size());
      assertEquals("small/tested", derived.get(0).rule());
    }

    @Test
    void whatIsCitedIsWhatTheMutantLooksAt() {
      List<Derivation> derived =
          derived(
              VSS_DISABLED,
              "without startType == StartType.DISABLED",
              MANUAL.withState(ServiceState.RUNNING));
      assertEquals(
          List.of("servers[FS01].services[VSS].present = true"),
          derived.get(0).facts().stream().map(f -> f.address() + " = " + f.value()).toList());
    }

    @Test
    void theRuleItselfNoLongerFires() {
      assertEquals(
          List.of(), derived(VSS_DISABLED, "with startType != StartType.DISABLED", DISABLED));
    }

    @Test
    void aDisabledRuleNeverFires() {
      assertEquals(List.of(), derived(VSS_DISABLED, "never fires", DISABLED));
    }

    /** A rule that derives a problem, and two that go on from it, one after the other. */
    private final SmallPack chain =
        good()
            .rule(
                "tested",
                "Service( name == \"VSS\", startType == StartType.DISABLED, $server : server )",
                "problem( drools, \"small/inconsistent\", $server );")
            .rule(
                "next",
                "Problem( id == \"small/inconsistent\", $server : server )",
                "problem( drools, \"small/inconsistent\", $server, \"X\" );")
            .rule("last", "Problem( dataSource == \"X\", $server : server )");

    private Set<String> fired(String change, Service observed) {
      Mutants mutants = mutants(chain);
      return mutants.with(mutant(mutants, change)).derive(List.of(observed)).stream()
          .map(Derivation::rule)
          .collect(toSet());
    }

    @Test
    void rulesGoOnFromWhatTheMutantDerives() {
      assertEquals(
          Set.of("small/tested", "small/next", "small/last"),
          fired("with startType != StartType.DISABLED", MANUAL));
    }

    @Test
    void rulesThatLiveOnItsProblemsFallSilentWithIt() {
      assertEquals(Set.of(), fired("never fires", DISABLED));
      assertEquals(Set.of(), fired("with startType != StartType.DISABLED", DISABLED));
    }

    @Test
    void itGoesOnFromProblemsThatOthersDeriveFromItsOwn() {
      SmallPack pack =
          good()
              .rule(
                  "tested",
                  "Problem( dataSource == \"D:\\\\\", $server : server )",
                  "problem( drools, \"small/inconsistent\", $server );")
              .rule(
                  "other",
                  "Problem( $server : server )",
                  "problem( drools, \"small/inconsistent\", $server, \"D:\\\\\" );");
      Symptom elsewhere =
          new Symptom("small/inconsistent", "FS01", "E:\\", Address.parse("errors[0]"));
      assertEquals(
          Set.of(new Problem("small/inconsistent", "FS01", null)),
          derived(pack, "with dataSource != \"D:\\\\\"", elsewhere).stream()
              .map(Derivation::finding)
              .collect(toSet()));
    }

    @Test
    void anotherRuleCanBeDisabledToo() {
      Mutants mutants = mutants(VSS_DISABLED);
      Mutant dropped = mutant(mutants, "without startType == StartType.DISABLED");
      assertEquals(
          List.of(), mutants.with(dropped).without("small/inconsistent").derive(List.of(SYMPTOM)));
      assertEquals(
          List.of(), mutants.with(dropped).without("small/tested").derive(List.of(MANUAL)));
    }

    @Test
    void theRulesThemselvesDeriveWhatTheyDidAndNoSessionIsLeft() {
      RuleBase rules = VSS_DISABLED.compile();
      List<Object> observed = List.of(DISABLED, SYMPTOM);
      List<Derivation> before = rules.derive(observed);
      Mutants mutants = Mutants.of(rules, "small", UnknownLint::refuses);
      for (Mutant mutant : mutants.all()) {
        mutants.with(mutant).derive(observed);
      }
      assertEquals(2, before.size());
      assertEquals(before, rules.derive(observed));
      assertEquals(0, rules.openSessions());
    }

    @Test
    void aMutantOfAnotherTopicIsRefused() {
      Mutants mutants = mutants(VSS_DISABLED);
      Mutant strange = new Mutant("x/y: never fires", "x/y", "f", 1, Mutant.Kind.DISABLED, "", "");
      assertEquals(
          "expected a mutant of this topic; found x/y: never fires",
          assertThrows(IllegalArgumentException.class, () -> mutants.with(strange)).getMessage());
    }
  }

  @Nested
  class Differing {

    private final Mutants mutants = mutants(VSS_DISABLED);

    @Test
    void areThoseThatDeriveLess() {
      assertEquals(
          Set.of("never fires", "with name != \"VSS\"", "with startType != StartType.DISABLED"),
          differing(mutants, DISABLED));
    }

    @Test
    void areThoseThatDeriveMore() {
      assertEquals(
          Set.of("without startType == StartType.DISABLED", "with startType != StartType.DISABLED"),
          differing(mutants, MANUAL));
    }

    @Test
    void areThoseThatDeriveSomethingOther() {
      assertEquals(
          Set.of(
              "never fires",
              "without name == \"VSS\"",
              "with name != \"VSS\"",
              "with startType != StartType.DISABLED"),
          differing(
              mutants, DISABLED, Service.of("FS02", "BITS").withStartType(StartType.DISABLED)));
    }

    @Test
    void areNoneOverNothing() {
      assertEquals(Set.of(), mutants.differing(List.of()));
    }

    @Test
    void areFoundWhateverTheCaseOfNames() {
      assertEquals(
          differing(mutants, DISABLED),
          differing(mutants, Service.of("FS01", "vss").withStartType(StartType.DISABLED)));
    }

    @Test
    void seeTheProblemsThatOthersDerive() {
      Mutants ofProblem =
          mutants(
              good()
                  .rule(
                      "tested",
                      "$problem : Problem( id == \"small/inconsistent\", $server : server )\n"
                          + "Service( server == $server )",
                      "confirm( drools, \"small/let-vss-start\", $problem );"));
      assertTrue(differing(ofProblem, SYMPTOM).contains("without Service( server == $server )"));
    }

    @Test
    void isARuleWhoseProblemOnlyItselfWouldNowSupport() {
      Mutants circular =
          mutants(
              good()
                  .rule(
                      "tested",
                      "Problem( dataSource == \"D:\\\\\", $server : server )",
                      "problem( drools, \"small/inconsistent\", $server, \"E:\\\\\" );"));
      assertTrue(differing(circular, SYMPTOM).contains("with dataSource != \"D:\\\\\""));
    }

    @Test
    void agreeWithWhatTheRulesDeriveWithEach() {
      RuleBase rules = VSS_DISABLED.compile();
      Mutants all = Mutants.of(rules, "small", UnknownLint::refuses);
      for (Service service : List.of(VSS, DISABLED, MANUAL, Service.of("FS01", "BITS"))) {
        List<Object> observed = List.of(service, SYMPTOM);
        Set<Object> plain =
            rules.derive(observed).stream().map(Derivation::finding).collect(toSet());
        Set<Mutant> expected =
            all.all().stream()
                .filter(
                    mutant ->
                        !plain.equals(
                            all.with(mutant).derive(observed).stream()
                                .map(Derivation::finding)
                                .collect(toSet())))
                .collect(toSet());
        assertEquals(expected, all.differing(observed));
      }
    }
  }

  /** A version that comes from the registry, where other values are none. */
  @Nested
  class AMutantThatFails {

    private static final String CHANGE = "without name == \"Floor\"";

    private final Mutants mutants =
        mutants(
            good()
                .rule("other", "Service( name == \"VSS\", $server : server )")
                .rule(
                    "tested",
                    """
                    RegistryValue( name == "Floor", data != null, $floor : data, $server : server )
                    Software( server == $server, version != null, version.isBelow($floor) )
                    """));

    private final List<Object> observed =
        List.of(
            RegistryValue.of("FS01", "HKLM\\SOFTWARE\\X", "Name").withData("none"),
            Software.of("FS01", "mars").withVersion(Version.parse("1.0")),
            VSS);

    @Test
    void saysSo() {
      RuleBase rules = mutants.with(mutant(mutants, CHANGE));
      String message =
          String.valueOf(
              assertThrows(MutantFailedException.class, () -> rules.derive(observed)).getMessage());
      assertTrue(message.startsWith("the mutant of small/tested failed: "), message);
    }

    @Test
    void differsAndHidesNoOther() {
      Set<String> differing = mutants.differing(observed).stream().map(Mutant::id).collect(toSet());
      assertEquals(
          Set.of(
              "small/tested: " + CHANGE,
              "small/tested: with name != \"Floor\"",
              "small/other: never fires",
              "small/other: with name != \"VSS\""),
          differing);
    }

    @Test
    void failsTooWhereItWouldDeriveSomethingOfAnUnknown() {
      Mutants unknown =
          mutants(
              good()
                  .rule(
                      "tested",
                      "Server( $backup : backupServer )\nSoftware( server == $backup )",
                      "confirm( drools, \"small/let-vss-start\", $backup );"));
      List<Object> unjoined =
          List.of(
              new Server("FS01", ServerRole.PROTECTED_SERVER, null), Software.of("FS02", "mars"));
      RuleBase rules = unknown.with(mutant(unknown, "without server == $backup"));
      assertThrows(MutantFailedException.class, () -> rules.derive(unjoined));
    }
  }

  /** What is changed is what is written anew, so that must not change a rule by itself. */
  @Test
  void aRuleWrittenAnewDerivesWhatItDid() {
    RuleBase rules =
        good()
            .rule(
                "of-a-problem",
                """
                $problem : Problem( id in ( "small/inconsistent", "small/inconsistent" ),
                    $server : server )
                // VSS, whatever its name.
                Collected( server == $server, kind == FactKind.SERVICES )
                not Service( server == $server, name == "B\\\\S", present == true )
                exists Service( server == $server, named( "V*" ) )
                """,
                "missing( drools, \"small/check\", $problem, \"C:\\\\Temp\" );")
            .compile();
    List<Mutator.Changed> anew =
        rules.outlines().values().stream()
            .map(
                rule ->
                    new Mutator.Changed(
                        new Mutant(rule.id(), rule.id(), "f", 1, Mutant.Kind.FLIPPED, "", ""),
                        Optional.of(rule)))
            .toList();
    List<Object> observed = List.of(SYMPTOM, VSS, new Collected("FS01", FactKind.SERVICES));
    assertEquals(2, rules.derive(observed).size());
    assertEquals(Set.of(), Mutants.compiled(rules, anew).differing(observed));
  }

  @Test
  void aMutantThatDoesNotCompileIsCountedApart() {
    RuleBase rules = VSS_DISABLED.compile();
    RuleOutline rule = Objects.requireNonNull(rules.outlines().get("small/tested"));
    List<Mutator.Changed> changed = new ArrayList<>(Mutator.of(rule, UnknownLint::refuses));
    PatternOutline pattern = rule.patterns().get(0);
    Mutant broken =
        new Mutant("small/tested: broken", "small/tested", "f", 1, Mutant.Kind.FLIPPED, "", "");
    changed.add(
        2,
        new Mutator.Changed(
            broken,
            Optional.of(
                rule.with(0, pattern.with(0, List.of(Condition.read("nobody == \"knows\"")))))));
    Mutants mutants = Mutants.compiled(rules, changed);
    assertEquals(List.of(broken), mutants.notCompiling());
    assertEquals(changed.size() - 1, mutants.all().size());
    assertEquals(
        Set.of("never fires", "with name != \"VSS\"", "with startType != StartType.DISABLED"),
        differing(mutants, DISABLED));
  }

  @Test
  void aTopicHasTheMutantsOfItsOwnRules() {
    SmallPack other =
        good()
            .rule("tape-full", "Service( name == \"VSS\", $server : server )")
            .replace("small/rules.drl", "rule \"inconsistent\"", "rule \"tape-inconsistent\"")
            .replace(
                "small/words.en.yaml", "rules:\n  inconsistent:", "rules:\n  tape-inconsistent:")
            .renamed("other", "tape");
    RuleBase rules = CheckedPacks.of(List.of(VSS_DISABLED.read(), other.read())).compiled();
    assertEquals(
        Set.of("small/inconsistent", "small/tested"),
        Mutants.of(rules, "small", UnknownLint::refuses).all().stream()
            .map(Mutant::rule)
            .collect(toSet()));
    Mutants mutants = Mutants.of(rules, "tape", UnknownLint::refuses);
    assertEquals(
        Set.of("tape/tape-inconsistent", "tape/tape-full"),
        mutants.all().stream().map(Mutant::rule).collect(toSet()));
    Mutant disabled =
        mutants.all().stream()
            .filter(mutant -> mutant.id().equals("tape/tape-full: never fires"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        Set.of("small/tested"),
        mutants.with(disabled).derive(List.of(DISABLED)).stream()
            .map(Derivation::rule)
            .collect(toSet()));
  }

  private static List<Derivation> sorted(List<Derivation> derivations) {
    return derivations.stream().sorted(Comparator.comparing(Derivation::toString)).toList();
  }

  @Test
  void eightThreadsFindWhatOneDoes() throws InterruptedException, ExecutionException {
    Mutants mutants = mutants(VSS_DISABLED);
    List<Object> observed = List.of(DISABLED, Service.of("FS02", "BITS"), SYMPTOM);
    Set<Mutant> differing = mutants.differing(observed);
    List<List<Derivation>> alone = new ArrayList<>();
    List<RuleBase> changed = new ArrayList<>();
    for (Mutant mutant : mutants.all()) {
      changed.add(mutants.with(mutant));
      alone.add(sorted(mutants.with(mutant).derive(observed)));
    }
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> same = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        Callable<Boolean> work =
            () -> {
              start.await();
              boolean all = true;
              for (int round = 0; round < 5; round++) {
                all &= differing.equals(mutants.differing(observed));
                for (int i = 0; i < alone.size(); i++) {
                  Mutant mutant = mutants.all().get(i);
                  all &= alone.get(i).equals(sorted(changed.get(i).derive(observed)));
                  all &= alone.get(i).equals(sorted(mutants.with(mutant).derive(observed)));
                }
              }
              return all;
            };
        same.add(threads.submit(work));
      }
      start.countDown();
      for (Future<Boolean> each : same) {
        assertTrue(each.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatHasNoRulesIsRefusedWithTheNearestTopic() {
    RuleBase rules = VSS_DISABLED.compile();
    assertEquals(
        "expected a topic with rules; found \"smal\"; did you mean \"small\"?",
        assertThrows(
                IllegalArgumentException.class,
                () -> Mutants.of(rules, "smal", UnknownLint::refuses))
            .getMessage());
  }
}
