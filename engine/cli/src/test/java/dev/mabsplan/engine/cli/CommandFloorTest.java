package dev.mabsplan.engine.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.mabsplan.engine.Planner;
import java.util.Set;
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
  void nothingGoesInCircles() {
    slices().matching("dev.mabsplan.(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
