package dev.mabsplan.engine.session;

import static dev.mabsplan.engine.pack.SmallPack.good;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.Evidence;
import dev.mabsplan.engine.finding.Evidence.Verdict;
import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.finding.Finding;
import dev.mabsplan.engine.finding.Need;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.finding.Symptom;
import dev.mabsplan.engine.lint.UnknownLint;
import dev.mabsplan.engine.pack.SmallPack;
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
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
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
import org.junit.jupiter.params.provider.ValueSource;

class RuleBaseTest {

  private static final Service VSS = Service.of("FS01", "VSS");
  private static final Service DISABLED = VSS.withStartType(StartType.DISABLED);
  private static final Symptom SYMPTOM =
      new Symptom("small/inconsistent", "FS01", "D:\\", Address.parse("errors[0]"));
  private static final Problem PROBLEM = new Problem("small/inconsistent", "FS01", "D:\\");

  /** What the rule {@code tested} derives. */
  private static List<Derivation> derived(SmallPack pack, Object... observed) {
    return pack.compile().derive(List.of(observed)).stream()
        .filter(derivation -> derivation.rule().equals("small/tested"))
        .toList();
  }

  private static List<Derivation> derived(String patterns, Object... observed) {
    return derived(good().rule("tested", patterns), observed);
  }

  private static boolean fires(String patterns, Object... observed) {
    return !derived(patterns, observed).isEmpty();
  }

  private static Finding finding(String consequence) {
    List<Derivation> derived =
        derived(
            good()
                .rule(
                    "tested",
                    "$problem : Problem( $server : server )\n"
                        + "Service( server == $server, $name : name )",
                    consequence),
            SYMPTOM,
            VSS);
    Set<Finding> findings = derived.stream().map(Derivation::finding).collect(toSet());
    assertEquals(1, findings.size(), findings::toString);
    return findings.iterator().next();
  }

  @Nested
  class AConsequenceDerives {

    @Test
    void aProblemOfAServer() {
      assertEquals(
          new Problem("small/inconsistent", "FS01", null),
          finding("problem( drools, \"small/inconsistent\", $server );"));
    }

    @Test
    void aProblemOfADataSource() {
      assertEquals(
          new Problem("small/inconsistent", "FS01", "VSS"),
          finding("problem( drools, \"small/inconsistent\", $server, $name );"));
    }

    @ParameterizedTest
    @CsvSource({"confirm, CONFIRMED", "satisfy, SATISFIED", "exclude, INAPPLICABLE"})
    void evidenceOnAServerOrForAProblem(String function, Verdict verdict) {
      assertEquals(
          new Evidence(verdict, "small/let-vss-start", null, "FS01"),
          finding(function + "( drools, \"small/let-vss-start\", $server );"));
      assertEquals(
          new Evidence(verdict, "small/let-vss-start", PROBLEM, null),
          finding(function + "( drools, \"small/let-vss-start\", $problem );"));
    }

    @ParameterizedTest
    @CsvSource({"met, MET", "missing, MISSING", "needed, UNKNOWN"})
    void aNeedOnAServerOrForAProblem(String function, Need.State state) {
      assertEquals(
          new Need(state, "VSS", "small/let-vss-start", null, "FS01"),
          finding(function + "( drools, \"small/let-vss-start\", $server, $name );"));
      assertEquals(
          new Need(state, "C:\\Temp", "small/let-vss-start", PROBLEM, null),
          finding(function + "( drools, \"small/let-vss-start\", $problem, \"C:\\\\Temp\" );"));
    }
  }

  @Nested
  class ADerivationSpeaksAsItWasObserved {

    private static final String STOPPED =
        "Service( name == \"VSS\", state == ServiceState.STOPPED, $name : name, $server : server )";
    private static final Service LOWER_CASE =
        Service.of("FS01", "vss").withState(ServiceState.STOPPED);

    private static Derivation derivation(String consequence) {
      List<Derivation> derived = derived(good().rule("tested", STOPPED, consequence), LOWER_CASE);
      assertEquals(1, derived.size(), derived::toString);
      return derived.get(0);
    }

    @Test
    void inTheAddressesThatItCites() {
      assertEquals(
          "servers[FS01].services[vss].state",
          derivation("confirm( drools, \"small/let-vss-start\", $server );")
              .facts()
              .get(0)
              .address()
              .toString());
    }

    @Test
    void inWhatTheRuleBinds() {
      assertEquals(
          Map.of("name", "vss", "server", "FS01"),
          derivation("confirm( drools, \"small/let-vss-start\", $server );").bindings());
    }

    @Test
    void inWhatIsNeeded() {
      assertEquals(
          new Need(Need.State.MISSING, "vss", "small/let-vss-start", null, "FS01"),
          derivation("missing( drools, \"small/let-vss-start\", $server, $name );").finding());
    }
  }

  @Nested
  class ADerivationCites {

    private static List<String> cited(String patterns, Object... observed) {
      List<Derivation> derived = derived(patterns, observed);
      assertEquals(1, derived.size(), derived::toString);
      return derived.get(0).facts().stream()
          .map(fact -> fact.address() + " = " + fact.value())
          .toList();
    }

    @Test
    void theComponentsThatMatched() {
      assertEquals(
          List.of("servers[FS01].services[VSS].startType = disabled"),
          cited(
              "Service( name == \"VSS\", startType == StartType.DISABLED, $server : server )",
              DISABLED.withState(ServiceState.STOPPED)));
    }

    @Test
    void theComponentsThatWereBound() {
      assertEquals(
          List.of("servers[FS01].volumes[D:].freeBytes = 5"),
          cited(
              "Volume( $free : freeBytes, $server : server )",
              Volume.of("FS01", "D:").withFreeBytes(5).withSizeBytes(9)));
    }

    @Test
    void theComponentsThatWereAsked() {
      assertEquals(
          List.of("servers[FS01].software[mars].version = 2.0.1"),
          cited(
              "Software( version != null, version.isBelow(\"2.1\"), $server : server )",
              Software.of("FS01", "mars").withVersion(Version.parse("2.0.1"))));
    }

    @Test
    void theMembersOfASet() {
      assertEquals(
          List.of("servers[FS01].volumes[D:].purposes = scratch"),
          cited(
              "Volume( purposes contains VolumePurpose.SCRATCH, $server : server )",
              Volume.of("FS01", "D:").withPurposes(Set.of(VolumePurpose.SCRATCH))));
    }

    @Test
    void thePresenceWhereOnlyTheNameMatched() {
      assertEquals(
          List.of("servers[FS01].services[VSS].present = true"),
          cited("Service( named( \"V*\" ), $server : server )", VSS));
      assertEquals(
          List.of("servers[FS01].services[VSS].present = false"),
          cited("Service( name == \"VSS\", $server : server )", VSS.absent()));
    }

    @Test
    void whatWasCollected() {
      assertEquals(
          List.of("servers[FS01].collected = services"),
          cited(
              "Collected( kind == FactKind.SERVICES, $server : server )\n"
                  + "not Service( server == $server, name == \"VSS\", present == true )",
              new Collected("FS01", FactKind.SERVICES)));
    }

    @Test
    void theErrorThatASymptomWasRecognisedIn() {
      assertEquals(
          List.of("errors[0] = small/inconsistent"),
          cited("Symptom( id == \"small/inconsistent\", $server : server )", SYMPTOM));
    }

    @Test
    void nothingForAProblemWhichHasReasonsOfItsOwn() {
      assertEquals(List.of(), cited("Problem( $server : server )", SYMPTOM));
    }

    @Test
    void nothingThatOnlyExistsOrDoesNot() {
      assertEquals(
          List.of("servers[FS01].collected = services", "servers[FS01].volumes[D:].freeBytes = 5"),
          cited(
              """
              Collected( kind == FactKind.SERVICES, $server : server )
              exists Service( server == $server )
              not Service( server == $server, name == "BITS", present == true )
              Volume( server == $server, freeBytes < 6 )
              """,
              VSS,
              Volume.of("FS01", "D:").withFreeBytes(5),
              new Collected("FS01", FactKind.SERVICES)));
    }

    @Test
    void everyFactOnceAndInTheOrderOfAddresses() {
      assertEquals(
          List.of(
              "servers[FS01].services[VSS].startType = disabled",
              "servers[FS01].services[VSS].state = stopped",
              "servers[FS01].volumes[D:].freeBytes = 5"),
          cited(
              "Volume( freeBytes < 6, $server : server )\n"
                  + "Service( server == $server, state == ServiceState.STOPPED )\n"
                  + "Service( server == $server, startType == StartType.DISABLED, state =="
                  + " ServiceState.STOPPED )",
              Volume.of("FS01", "D:").withFreeBytes(5),
              DISABLED.withState(ServiceState.STOPPED)));
    }
  }

  @Nested
  class ADerivationTells {

    @Test
    void theValuesThatTheRuleBound() {
      assertEquals(
          Map.of("server", "FS01", "free", 5L, "volume", "D:"),
          derived(
                  "Volume( freeBytes < 6, $free : freeBytes, $volume : name, $server : server )",
                  Volume.of("FS01", "D:").withFreeBytes(5))
              .get(0)
              .bindings());
    }

    @Test
    void noValueForWhatIsUnknown() {
      assertEquals(
          Map.of("server", "FS01"),
          derived("Volume( $free : freeBytes, $server : server )", Volume.of("FS01", "D:"))
              .get(0)
              .bindings());
    }

    @Test
    void topicAndNameOfItsRule() {
      assertEquals(
          List.of("small/inconsistent"),
          good().compile().derive(List.of(SYMPTOM)).stream().map(Derivation::rule).toList());
    }
  }

  @Nested
  class AComparison {

    @ParameterizedTest
    @CsvSource({
      "startType == StartType.DISABLED, true",
      "startType == StartType.MANUAL, false",
      "startType != null ; startType != StartType.DISABLED, false",
      "startType != null ; startType != StartType.MANUAL, true",
      "startType in ( StartType.MANUAL ; StartType.DISABLED ), true",
      "startType in ( StartType.MANUAL ; StartType.AUTOMATIC ), false",
      "startType != null ; startType not in ( StartType.MANUAL ; StartType.AUTOMATIC ), true",
      "startType != null, true",
      "state == ServiceState.RUNNING, false",
      "state != null, false",
      "state != null ; state != ServiceState.RUNNING, false",
      "present == true, true",
      "present == false, false",
      "name in ( \"BITS\" ; \"VSS\" ), true",
      "name != \"VSS\", false"
    })
    void holdsOrNotAlsoOfWhatIsUnknown(String condition, boolean holds) {
      String pattern = "Service( %s, $server : server )".formatted(condition.replace(" ;", ","));
      assertEquals(holds, fires(pattern, DISABLED));
    }

    @Test
    void ofSeveralRulesIsThatOfEach() {
      SmallPack pack = good();
      for (String start : List.of("DISABLED", "MANUAL", "AUTOMATIC")) {
        String pattern =
            "Service( name == \"VSS\", startType == StartType.%s, $server : server )"
                .formatted(start);
        for (String rule : List.of("one", "other")) {
          pack = pack.rule(rule + "-" + start.toLowerCase(Locale.ROOT), pattern);
        }
      }
      assertEquals(
          Set.of("small/one-disabled", "small/other-disabled"),
          pack.compile().derive(List.of(DISABLED)).stream().map(Derivation::rule).collect(toSet()));
    }
  }

  @Nested
  class AName {

    @Test
    void matchesWhateverItsCase() {
      assertTrue(
          fires(
              "Service( name == \"VSS\", startType == StartType.DISABLED, $server : server )",
              Service.of("FS01", "vss").withStartType(StartType.DISABLED)));
    }

    @Test
    void withBackslashesMatchesWhateverItsCase() {
      String key = "HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config";
      assertTrue(
          fires(
              "RegistryValue( key == \""
                  + key.replace("\\", "\\\\")
                  + "\", name == \"ScratchLocation\", $server : server )",
              RegistryValue.of("FS01", key.toUpperCase(Locale.ROOT), "scratchlocation")));
    }
  }

  /** What {@link UnknownLint} relies on. */
  @Nested
  class AnUnknown {

    private final DataSource nothingKnown = DataSource.of("FS01", "D:\\");

    @ParameterizedTest
    @ValueSource(
        strings = {
          "sizeBytes == 0",
          "sizeBytes < 5",
          "sizeBytes > -5",
          "sizeBytes <= 0",
          "sizeBytes >= 0",
          "sizeBytes in ( 0, 5 )",
          "sizeBytes != null",
          "type == DataSourceType.VOLUME",
          "protectionGroup == \"Files\"",
          "protectionGroup contains \"F\"",
          "sizeBytes < $needed",
          "sizeBytes > $needed",
          "sizeBytes <= $needed",
          "sizeBytes >= $needed",
        })
    void matchesNothing(String condition) {
      assertFalse(
          fires(
              "DataSource( $server : server, $needed : requiredBytes, " + condition + " )",
              nothingKnown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", ">", "<=", ">="})
    void isNoMeasureForWhatIsKnown(String operator) {
      assertFalse(
          fires(
              "DataSource( $server : server, $needed : requiredBytes )\n"
                  + "Volume( freeBytes "
                  + operator
                  + " $needed )",
              nothingKnown,
              Volume.of("FS01", "D:").withFreeBytes(0)));
    }

    @Test
    void isNotAsked() {
      assertFalse(
          fires(
              "Software( $server : server, version != null, version.isBelow(\"2.0\") )",
              Software.of("FS01", "mars")));
    }
  }

  @Nested
  class ARuleThatFeedsItself {

    @Test
    void comesToRest() {
      assertEquals(
          List.of(PROBLEM),
          derived(
                  good()
                      .rule(
                          "tested",
                          "Problem( $server : server, $dataSource : dataSource )",
                          "problem( drools, \"small/inconsistent\", $server, $dataSource );"),
                  SYMPTOM)
              .stream()
              .map(Derivation::finding)
              .toList());
    }

    @Test
    void doesNotMakeOthersFireTwice() {
      SmallPack pack =
          good()
              .rule(
                  "second",
                  "Service( name == \"VSS\", $server : server )",
                  "problem( drools, \"small/inconsistent\", $server );")
              .rule(
                  "third",
                  "Service( name == \"VSS\", $server : server )",
                  "problem( drools, \"small/inconsistent\", $server );")
              .rule("tested", "Problem( id == \"small/inconsistent\", $server : server )");
      assertEquals(1, derived(pack, VSS).size());
    }
  }

  @Nested
  @Tag("slow")
  class RulesThatDoNotEnd {

    private static final RuleBase RULES =
        good()
            .rule(
                "tested",
                "Service( $server : server )\nService( server == $server )\nService( server == $server )")
            .compile();

    private static List<Service> services() {
      List<Service> many = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        many.add(Service.of("FS01", "S" + i));
      }
      return many;
    }

    @Test
    void areStoppedAndNamed() {
      List<Service> many = services();
      assertEquals(
          "pack/small/rules.drl:16: expected rules that come to rest; found 100000 firings, the last"
              + " of rule small/tested; join its patterns, or derive fewer problems from problems",
          assertThrows(RuleFailedException.class, () -> RULES.derive(many)).getMessage());
    }

    @Test
    void leaveNoSessionBehind() {
      List<Service> many = services();
      assertThrows(RuleFailedException.class, () -> RULES.derive(many));
      assertEquals(0, RULES.openSessions());
    }

    @Test
    void areNotLetRunWhereTheyWouldMatchMoreThanThereIsRoomFor() {
      List<Service> many = new ArrayList<>();
      for (int i = 0; i < 1_500; i++) {
        many.add(Service.of("FS01", "S" + i));
      }
      assertEquals(
          "pack/small/rules.drl:16: expected patterns of rule small/tested that match little at"
              + " once; found 2147483647 matches of the facts of FS01; name what is meant in all of"
              + " them but one, such as name == \"…\"",
          assertThrows(RuleFailedException.class, () -> RULES.derive(many)).getMessage());
      assertTrue(RULES.derive(List.of(Service.of("FS01", "VSS"))).size() > 0);
    }
  }

  /** Ten rules of all forms, and facts for them. */
  private static final SmallPack MANY =
      good()
          .rule("disabled", "Service( startType == StartType.DISABLED, $server : server )")
          .rule(
              "missing",
              "Collected( kind == FactKind.SERVICES, $server : server )\n"
                  + "not Service( server == $server, name == \"BITS\", present == true )",
              "missing( drools, \"small/let-vss-start\", $server, \"BITS\" );")
          .rule(
              "of-a-problem",
              "$problem : Problem( id == \"small/inconsistent\", $server : server )\n"
                  + "exists Volume( server == $server, freeBytes < 500 )",
              "exclude( drools, \"small/check\", $problem );")
          .rule(
              "of-the-backup-server",
              """
              Problem( $server : server )
              Server( name == $server, backupServer != null, $backup : backupServer )
              Software( server == $backup, version != null, version.isBelow("2.0") )
              """,
              "confirm( drools, \"small/check\", $backup );");

  private static List<Object> fleet() {
    List<StartType> startTypes = List.of(StartType.values());
    List<Object> observed = new ArrayList<>();
    observed.add(new Server("MABS01", ServerRole.BACKUP_SERVER, "MABS01"));
    observed.add(Software.of("MABS01", "mars").withVersion(Version.parse("1.9")));
    for (int i = 0; i < 8; i++) {
      String server = "FS0" + i;
      observed.add(new Server(server, ServerRole.PROTECTED_SERVER, "MABS01"));
      observed.add(Service.of(server, "VSS").withStartType(startTypes.get(i % startTypes.size())));
      observed.add(Volume.of(server, "D:").withFreeBytes(i * 100L));
      observed.add(new Symptom("small/inconsistent", server, null, Address.parse("errors[0]")));
      if (i % 2 == 0) {
        observed.add(new Collected(server, FactKind.SERVICES));
      }
    }
    return observed;
  }

  private static List<Derivation> sorted(List<Derivation> derivations) {
    return derivations.stream().sorted(Comparator.comparing(Derivation::toString)).toList();
  }

  @Test
  void whatIsDerivedDoesNotDependOnTheOrderOfFacts() {
    RuleBase rules = MANY.compile();
    List<Derivation> straight = sorted(rules.derive(fleet()));
    assertTrue(straight.size() > 20, straight::toString);
    for (int seed = 0; seed < 20; seed++) {
      List<Object> shuffled = fleet();
      Collections.shuffle(shuffled, new Random(seed));
      assertEquals(straight, sorted(rules.derive(shuffled)));
    }
  }

  @Test
  void whatIsDerivedDoesNotDependOnTheOrderOfRules() {
    List<String> rules =
        new ArrayList<>(List.of(MANY.text("small/rules.drl").split("(?m)^// ", -1)));
    String head = rules.remove(0);
    List<Derivation> straight = sorted(MANY.compile().derive(fleet()));
    Collections.reverse(rules);
    SmallPack reversed = MANY.with("small/rules.drl", head + "// " + String.join("\n// ", rules));
    assertEquals(straight, sorted(reversed.compile().derive(fleet())));
  }

  @Test
  void twoRuleBasesInOneProgramKeepTheirRulesApart() {
    SmallPack first = good().rule("first", "Service( name == \"VSS\", $server : server )");
    SmallPack second = good().rule("second", "Service( name == \"VSS\", $server : server )");
    RuleBase one = first.compile();
    RuleBase two = second.compile();
    assertEquals(
        List.of("small/first"), one.derive(List.of(VSS)).stream().map(Derivation::rule).toList());
    assertEquals(
        List.of("small/second"), two.derive(List.of(VSS)).stream().map(Derivation::rule).toList());
  }

  @Test
  void oneCallLeavesNothingToTheNext() {
    RuleBase rules = MANY.compile();
    assertFalse(rules.derive(fleet()).isEmpty());
    assertEquals(List.of(), rules.derive(List.of()));
  }

  @Test
  @Tag("slow")
  void twentyThousandCallsLeaveNoSessionBehind() {
    RuleBase rules =
        good().rule("tested", "Service( name == \"VSS\", $server : server )").compile();
    for (int i = 0; i < 20_000; i++) {
      rules.derive(List.of(VSS));
    }
    assertEquals(0, rules.openSessions());
  }

  @Test
  @Tag("slow")
  void sixtyFourThreadsDeriveWhatOneDoes() throws InterruptedException, ExecutionException {
    RuleBase rules = MANY.compile();
    List<Derivation> alone = sorted(rules.derive(fleet()));
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(64);
    try {
      List<Future<Boolean>> same = new ArrayList<>();
      for (int thread = 0; thread < 64; thread++) {
        Callable<Boolean> work =
            () -> {
              start.await();
              for (int i = 0; i < 20; i++) {
                if (!alone.equals(sorted(rules.derive(fleet())))) {
                  return false;
                }
              }
              return true;
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
  void aRuleThatIsLeftOutDoesNotFire() {
    RuleBase rules = MANY.compile();
    Set<String> fired = new java.util.TreeSet<>();
    rules.without("small/disabled").derive(fleet()).forEach(each -> fired.add(each.rule()));
    assertEquals(
        Set.of(
            "small/inconsistent",
            "small/missing",
            "small/of-a-problem",
            "small/of-the-backup-server"),
        fired);
  }

  @Test
  void factsAreCitedByAddressAndThenByValue() {
    Address address = Address.parse("servers[FS01].services[VSS].startType");
    FactCited first = new FactCited(address, "disabled");
    FactCited second = new FactCited(address, "manual");
    assertTrue(first.compareTo(second) < 0);
  }
}
