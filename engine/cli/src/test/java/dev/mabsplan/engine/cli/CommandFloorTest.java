package dev.mabsplan.engine.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.mabsplan.engine.Planner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The command is the top floor: it sees what the engine shows, and nobody sees it. */
@Tag("slow")
class CommandFloorTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.mabsplan");

  /** What the command may name: what plans are, what is made of them, and what tests rules. */
  private static final Set<String> SHOWN =
      Set.of(
          "dev.mabsplan.engine",
          "dev.mabsplan.engine.collect",
          "dev.mabsplan.engine.compare",
          "dev.mabsplan.engine.fleet",
          "dev.mabsplan.engine.foresight",
          "dev.mabsplan.engine.guide",
          "dev.mabsplan.engine.outcome",
          "dev.mabsplan.engine.plan",
          "dev.mabsplan.engine.render",
          "dev.mabsplan.engine.report",
          "dev.mabsplan.engine.scenario",
          "dev.mabsplan.engine.site",
          "dev.mabsplan.engine.why");

  /** What it names besides: words of plans, faults, and packs as files. */
  private static final Set<String> BESIDES =
      Set.of(
          "dev.mabsplan.engine.order.Standing",
          "dev.mabsplan.engine.order.Status",
          "dev.mabsplan.engine.pack.InvalidPackException",
          "dev.mabsplan.engine.pack.Kebab",
          "dev.mabsplan.engine.pack.Language",
          "dev.mabsplan.engine.pack.Likelihood",
          "dev.mabsplan.engine.pack.Meant",
          "dev.mabsplan.engine.pack.OwnWords",
          "dev.mabsplan.engine.pack.PackFiles",
          "dev.mabsplan.engine.pack.PackReader",
          "dev.mabsplan.engine.pack.PackSchema",
          "dev.mabsplan.engine.pack.RulePack",
          "dev.mabsplan.engine.pack.Sentence",
          "dev.mabsplan.engine.rule.KnownRule",
          "dev.mabsplan.engine.session.RuleFailedException");

  /** The floors, from the ground up; each stands on those below it and sees nobody beside it. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("terminal", "intake"),
          List.of("option"),
          List.of("collect", "fleet", "guide", "outcome", "rules", "scenario", "serve"),
          List.of("plan"));

  private static final DescribedPredicate<JavaClass> INSIDE_THE_ENGINE =
      DescribedPredicate.describe(
          "inside the engine",
          type ->
              type.getPackageName().startsWith("dev.mabsplan.engine")
                  && !type.getPackageName().startsWith("dev.mabsplan.engine.cli")
                  && !SHOWN.contains(type.getPackageName())
                  && !BESIDES.contains(type.getName().replaceFirst("\\$.*", "")));

  @Test
  void theCommandAndTheEngineAreLookedAt() {
    assertTrue(CLASSES.contain(Mabsplan.class) && CLASSES.contain(Planner.class));
  }

  @Test
  void itSeesWhatTheEngineShows() {
    noClasses()
        .that()
        .resideInAPackage("dev.mabsplan.engine.cli..")
        .should()
        .dependOnClassesThat(INSIDE_THE_ENGINE)
        .check(CLASSES);
  }

  @Test
  void nobodySeesTheCommand() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.mabsplan.engine.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.mabsplan.engine.cli..")
        .check(CLASSES);
  }

  @Test
  void commandsSeeWhatTheyShareAndNotOneAnother() {
    LayeredArchitecture house = layeredArchitecture().consideringOnlyDependenciesInLayers();
    List<String> below = new ArrayList<>();
    for (String room : FLOORS.stream().flatMap(List::stream).toList()) {
      house = house.layer(room).definedBy("dev.mabsplan.engine.cli." + room);
    }
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
  void everyPackageOfTheCommandIsOnAFloor() {
    assertEquals(
        FLOORS.stream().flatMap(List::stream).collect(Collectors.toSet()),
        CLASSES.getPackage("dev.mabsplan.engine.cli").getSubpackages().stream()
            .map(JavaPackage::getRelativeName)
            .collect(Collectors.toSet()));
  }

  @Test
  void nothingGoesInCircles() {
    slices().matching("dev.mabsplan.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
