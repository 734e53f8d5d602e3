package dev.mabsplan.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.mabsplan.engine.session.Derive;
import dev.mabsplan.facts.gathered.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the house is built. */
@Tag("slow")
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.mabsplan");

  /** The floors, from the ground up; each stands on those below it and sees nobody beside it. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("dev.mabsplan.facts"),
          List.of("dev.mabsplan.facts.shape", "dev.mabsplan.facts.fault"),
          List.of("dev.mabsplan.facts.gathered"),
          List.of("dev.mabsplan.facts.derived", "dev.mabsplan.facts.tree"),
          List.of("dev.mabsplan.facts.privacy"),
          List.of("dev.mabsplan.facts.document", "dev.mabsplan.facts.format"),
          List.of(
              "dev.mabsplan.facts.vmware",
              "dev.mabsplan.facts.windows.event",
              "dev.mabsplan.facts.windows.network",
              "dev.mabsplan.facts.windows.registry",
              "dev.mabsplan.facts.windows.security",
              "dev.mabsplan.facts.windows.software",
              "dev.mabsplan.facts.windows.storage"),
          List.of("dev.mabsplan.facts.dpm"),
          List.of("dev.mabsplan.facts.input"),
          List.of("dev.mabsplan.engine.image"),
          List.of("dev.mabsplan.engine.finding", "dev.mabsplan.engine.pack"),
          List.of("dev.mabsplan.engine.rule", "dev.mabsplan.engine.symptom.text"),
          List.of(
              "dev.mabsplan.engine.symptom",
              "dev.mabsplan.engine.session",
              "dev.mabsplan.engine.outcome",
              "dev.mabsplan.engine.site"),
          List.of("dev.mabsplan.engine.order"),
          List.of("dev.mabsplan.engine.lint"),
          List.of("dev.mabsplan.engine.plan"),
          List.of(
              "dev.mabsplan.engine.collect",
              "dev.mabsplan.engine.explain",
              "dev.mabsplan.engine.render"),
          List.of("dev.mabsplan.engine.compare", "dev.mabsplan.engine.guide"),
          List.of("dev.mabsplan.engine"),
          List.of(
              "dev.mabsplan.engine.fleet",
              "dev.mabsplan.engine.foresight",
              "dev.mabsplan.engine.scenario",
              "dev.mabsplan.engine.why"),
          List.of("dev.mabsplan.engine.report"));

  private static final Set<String> CLOCKS_AND_DICE =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID");

  @Test
  void theWholeHouseIsLookedAt() {
    assertTrue(CLASSES.contain(Facts.class) && CLASSES.contain(Planner.class));
  }

  @Test
  void everyFloorStandsOnThoseBelow() {
    LayeredArchitecture house = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String room : FLOORS.stream().flatMap(List::stream).toList()) {
      house = house.layer(room).definedBy(room);
    }
    List<String> below = new ArrayList<>();
    for (List<String> floor : FLOORS) {
      for (String room : floor) {
        house =
            below.isEmpty()
                ? house.whereLayer(room).mayNotAccessAnyLayer()
                : house.whereLayer(room).mayOnlyAccessLayers(below.toArray(String[]::new));
      }
      below.addAll(floor);
    }
    house.check(CLASSES);
  }

  @Test
  void everyRoomIsOnAFloor() {
    List<String> floors = FLOORS.stream().flatMap(List::stream).sorted().toList();
    assertEquals(floors, packages().map(JavaPackage::getName).sorted().toList());
  }

  @Test
  void nothingGoesInCircles() {
    slices().matching("dev.mabsplan.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void factsKnowNothingOfTheEngine() {
    noClasses()
        .that()
        .resideInAPackage("dev.mabsplan.facts..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.mabsplan.engine..", "org.kie..", "org.drools..", "org.mvel..")
        .check(CLASSES);
  }

  @Test
  void onlyTheSessionSeesDrools() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.mabsplan.engine.session")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.kie..", "org.drools..", "org.mvel..")
        .check(CLASSES);
  }

  @Test
  void droolsIsInNoSignatureButThoseThatRulesCall() {
    classes()
        .that()
        .arePublic()
        .and()
        .doNotBelongToAnyOf(Derive.class)
        .should(haveInNoSignature("org.kie.", "org.drools."))
        .check(CLASSES);
  }

  @Test
  void theRecordsOfFactsKnowNothingOfJson() {
    noClasses()
        .that()
        .resideInAPackage("dev.mabsplan.facts")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml..")
        .check(CLASSES);
  }

  @Test
  void jacksonIsInNoSignature() {
    classes().that().arePublic().should(haveInNoSignature("com.fasterxml.")).check(CLASSES);
  }

  /** There is one tree, one writer of JSON, one reader of JSON and one of YAML. */
  @Test
  void documentsAreReadAndWrittenInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.mabsplan.facts.tree")
        .and()
        .haveNameNotMatching("dev\\.mabsplan\\.engine\\.pack\\.Yaml(\\$1)?")
        // tells a line of its own from others by its beginning alone
        .and()
        .doNotHaveFullyQualifiedName("dev.mabsplan.engine.fleet.FleetLine")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml..")
        .check(CLASSES);
  }

  @Test
  void nobodyPrints() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
  }

  @Test
  void nobodyEndsTheProgram() {
    noClasses()
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(CLASSES);
  }

  @Test
  void nobodyLooksAtAClockOrThrowsDice() {
    noClasses()
        .should()
        .callMethodWhere(
            JavaCall.Predicates.target(
                DescribedPredicate.describe(
                    "a clock or dice",
                    target ->
                        (target.getOwner().getPackageName().equals("java.time")
                                && target.getName().equals("now"))
                            || CLOCKS_AND_DICE.contains(
                                target.getOwner().getName() + "." + target.getName()))))
        .orShould()
        .callConstructor(Random.class)
        .check(CLASSES);
  }

  @Test
  void everyPackageIsDocumentedAndNullMarked() {
    assertEquals(
        List.of(),
        packages()
            .filter(unit -> !unit.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .toList());
  }

  @Test
  void aClassIsNamedForWhatItIs() {
    noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)($|\\$.*)").check(CLASSES);
  }

  private static Stream<JavaPackage> packages() {
    return CLASSES.getPackage("dev.mabsplan").getSubpackagesInTree().stream()
        .filter(
            unit ->
                unit.getClasses().stream()
                    .anyMatch(type -> !type.getSimpleName().equals("package-info")));
  }

  private static ArchCondition<JavaClass> haveInNoSignature(String... packages) {
    return new ArchCondition<>("have in no signature " + String.join(" or ", packages)) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaCodeUnit member : type.getCodeUnits()) {
          boolean seen =
              member.getModifiers().contains(JavaModifier.PUBLIC)
                  || member.getModifiers().contains(JavaModifier.PROTECTED);
          Stream.concat(Stream.of(member.getReturnType()), member.getParameterTypes().stream())
              .flatMap(of -> of.getAllInvolvedRawTypes().stream())
              .filter(of -> seen && Stream.of(packages).anyMatch(of.getName()::startsWith))
              .forEach(
                  of ->
                      events.add(
                          SimpleConditionEvent.violated(
                              member, member.getFullName() + " shows " + of.getName())));
        }
      }
    };
  }
}
