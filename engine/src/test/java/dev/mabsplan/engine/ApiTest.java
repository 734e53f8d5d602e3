package dev.mabsplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What an embedding program may rely on: what is public in the packages whose documentation says
 * "What is public here is API.", but for some, and some types of other packages.
 */
@Tag("slow")
class ApiTest {

  private static final String OURS = "dev.mabsplan.";
  private static final String SAYS_SO = "What is public here is API.";

  /** Public for the sake of tools, in packages that are API else. */
  private static final Set<String> NOT =
      Set.of(
          "dev.mabsplan.engine.CompiledPacks",
          "dev.mabsplan.engine.Diagnosis",
          "dev.mabsplan.engine.KeptPacks",
          "dev.mabsplan.engine.PackContents",
          "dev.mabsplan.engine.Workshop",
          "dev.mabsplan.facts.document.FactsInTree",
          "dev.mabsplan.facts.input.NativeOutput");

  /** Words and faults that plans speak of, in packages that are not API else. */
  private static final Set<String> TOO =
      Set.of(
          "dev.mabsplan.engine.order.Standing",
          "dev.mabsplan.engine.order.Status",
          "dev.mabsplan.engine.pack.Effort",
          "dev.mabsplan.engine.pack.ErrorCode",
          "dev.mabsplan.engine.pack.InvalidPackException",
          "dev.mabsplan.engine.pack.Language",
          "dev.mabsplan.engine.pack.Likelihood",
          "dev.mabsplan.engine.pack.Operation",
          "dev.mabsplan.engine.pack.PackFiles",
          "dev.mabsplan.engine.pack.PackFolder",
          "dev.mabsplan.engine.pack.Place",
          "dev.mabsplan.engine.pack.Risk",
          "dev.mabsplan.engine.pack.Severity",
          "dev.mabsplan.engine.pack.Shell",
          "dev.mabsplan.engine.session.RuleFailedException",
          "dev.mabsplan.facts.privacy.Messages");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.mabsplan.facts", "dev.mabsplan.engine");

  @Test
  void noSignatureOfTheApiNamesWhatIsNot() throws IOException {
    Set<String> packages = packages();
    Predicate<JavaClass> api = type -> isApi(outermost(type), packages);
    Set<String> shown = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (api.test(type) && isSeen(type)) {
        type.getMembers().stream()
            .filter(ApiTest::isSeen)
            .forEach(
                member ->
                    named(member)
                        .filter(of -> of.getName().startsWith(OURS) && !api.test(of))
                        .forEach(
                            of -> shown.add(outermost(of).getName() + " by " + type.getName())));
      }
    }
    assertEquals(Set.of(), shown);
  }

  @Test
  void whatIsNamedHereIsThere() throws IOException {
    Set<String> packages = packages();
    assertTrue(packages.containsAll(Set.of("dev.mabsplan.engine", "dev.mabsplan.facts")));
    NOT.forEach(name -> assertTrue(packages.contains(CLASSES.get(name).getPackageName()), name));
    TOO.forEach(name -> assertTrue(!packages.contains(CLASSES.get(name).getPackageName()), name));
  }

  @Test
  void thePageOfTheEngineListsThePackages() throws IOException {
    String page = Files.readString(Path.of("README.md"));
    packages().forEach(name -> assertTrue(page.contains("`" + name + "`"), name));
  }

  /** The packages that say so, by their sources: no class file keeps what documentation says. */
  private static Set<String> packages() throws IOException {
    Set<String> packages = new TreeSet<>();
    for (Path sources : List.of(Path.of("src/main/java"), Path.of("../facts/src/main/java"))) {
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path file : files.filter(path -> path.endsWith("package-info.java")).toList()) {
          if (Files.readString(file).contains(SAYS_SO)) {
            packages.add(
                sources
                    .relativize(file)
                    .toString()
                    .replaceFirst("[/\\\\]package-info\\.java$", "")
                    .replaceAll("[/\\\\]", "."));
          }
        }
      }
    }
    return packages;
  }

  private static boolean isApi(JavaClass type, Set<String> packages) {
    return TOO.contains(type.getName())
        || (packages.contains(type.getPackageName()) && !NOT.contains(type.getName()));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ApiTest::outermost).orElse(type);
  }

  private static boolean isSeen(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ApiTest::isSeen).orElse(true);
  }

  private static boolean isSeen(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaClass> named(JavaMember member) {
    if (member instanceof JavaField field) {
      return field.getAllInvolvedRawTypes().stream();
    }
    return member instanceof JavaCodeUnit unit
        ? unit.getAllInvolvedRawTypes().stream()
        : Stream.empty();
  }
}
