package dev.mabsplan.engine.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.mabsplan.engine.Planner;
import dev.mabsplan.facts.gathered.Facts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.mabsplan");

  @Test
  void theModulesBelowAreLookedAtToo() {
    assertTrue(
        CLASSES.contain(Facts.class)
            && CLASSES.contain(Planner.class)
            && CLASSES.contain(ScenarioTestEngine.class));
  }

  @Test
  void onlyThisPackageSeesJUnit() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.mabsplan.engine.junit")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "org.opentest4j..")
        .check(CLASSES);
  }

  @Test
  void thisPackageRunsNoRulesItself() {
    noClasses()
        .that()
        .resideInAPackage("dev.mabsplan.engine.junit")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.kie..", "org.drools..", "com.fasterxml..", "dev.mabsplan.engine.session")
        .check(CLASSES);
  }
}
