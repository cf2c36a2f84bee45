package koalens;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may know whom: the table of ARCHITECTURE.md, stated once.
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("koalens");

  /// Room → the rooms it may know, itself apart.
  private static final Map<String, String[]> MAY_KNOW =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("engine.text", rooms()),
              Map.entry("engine.packed", rooms()),
              Map.entry("engine.parsing", rooms("engine.text", "engine.packed")),
              Map.entry(
                  "engine.knowledge", rooms("engine.text", "engine.packed", "engine.parsing")),
              Map.entry(
                  "engine.verdict", rooms("engine.text", "engine.parsing", "engine.knowledge")),
              Map.entry("backend.provider", rooms()),
              Map.entry("backend.experiment", rooms()),
              Map.entry("backend.reading", rooms()),
              Map.entry("backend.experiment.statistics", rooms()),
              Map.entry(
                  "backend.comparison",
                  rooms("backend.experiment", "backend.provider", "backend.provider.price")),
              Map.entry(
                  "backend.analysis",
                  rooms(
                      "backend.experiment",
                      "backend.provider",
                      "backend.reading",
                      "engine.parsing",
                      "engine.knowledge",
                      "engine.verdict")),
              Map.entry("backend.people", rooms("backend.analysis", "engine.knowledge")),
              Map.entry(
                  "backend.storage",
                  rooms("backend.analysis", "backend.people", "engine.knowledge")),
              Map.entry(
                  "backend.configure",
                  rooms(
                      "backend.analysis",
                      "backend.provider",
                      "backend.experiment",
                      "backend.reading",
                      "backend.people",
                      "backend.storage",
                      "engine.text",
                      "engine.parsing",
                      "engine.knowledge",
                      "engine.verdict")),
              Map.entry(
                  "server",
                  rooms(
                      "backend.analysis",
                      "backend.reading",
                      "backend.people",
                      "backend.configure",
                      "backend.experiment",
                      "backend.comparison",
                      "backend.provider",
                      "engine.parsing",
                      "engine.knowledge",
                      "engine.verdict")),
              Map.entry("emulator", rooms()),
              Map.entry("emulator.scenario", rooms()),
              Map.entry("emulator.wire", rooms("emulator.scenario")),
              Map.entry("emulator.answer", rooms("emulator.scenario", "emulator.wire")),
              Map.entry(
                  "emulator.anthropic",
                  rooms("emulator.scenario", "emulator.wire", "emulator.answer")),
              Map.entry(
                  "emulator.gemini",
                  rooms("emulator.scenario", "emulator.wire", "emulator.answer")),
              Map.entry(
                  "cli",
                  rooms(
                      "emulator",
                      "backend.analysis",
                      "backend.reading",
                      "backend.comparison",
                      "backend.experiment.statistics",
                      "backend.people",
                      "backend.configure",
                      "backend.provider.price",
                      "server",
                      "operations",
                      "engine.text",
                      "engine.parsing",
                      "engine.knowledge",
                      "engine.verdict")),
              Map.entry("operations", rooms())));

  private static String[] rooms(String... rooms) {
    return rooms;
  }

  @ParameterizedTest
  @MethodSource("everyRoom")
  void everyRoomKnowsOnlyTheRoomsItMay(String room) {
    String[] allowed =
        Stream.concat(
                Stream.of("koalens." + room + ".."),
                Arrays.stream(MAY_KNOW.getOrDefault(room, rooms()))
                    .map(known -> "koalens." + known + ".."))
            .toArray(String[]::new);
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage("koalens." + room + "..")
            .should()
            .onlyDependOnClassesThat(
                JavaClass.Predicates.resideInAnyPackage(allowed)
                    .or(
                        DescribedPredicate.not(
                            JavaClass.Predicates.resideInAPackage("koalens.."))));
    rule.check(HOUSE);
  }

  static Stream<String> everyRoom() {
    return MAY_KNOW.keySet().stream();
  }

  @Test
  void geminiAndClaudeNeverKnowEachOtherAndOnlyTheWiringNamesThem() {
    noClasses()
        .that()
        .resideOutsideOfPackages("koalens.backend.provider.gemini..", "koalens.backend.configure..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("koalens.backend.provider.gemini..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideOutsideOfPackages("koalens.backend.provider.claude..", "koalens.backend.configure..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("koalens.backend.provider.claude..")
        .check(HOUSE);
  }

  @Test
  void ofTheKnowledgeOnlyItsSourceKnowsHowLabelsAreParsed() {
    noClasses()
        .that()
        .resideInAPackage("koalens.engine.knowledge")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("koalens.engine.parsing..")
        .check(HOUSE);
  }

  @Test
  void theEngineKnowsTheJdkAndJSpecifyOnly() {
    classes()
        .that()
        .resideInAPackage("koalens.engine..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("koalens.engine..", "java..", "org.jspecify..")
        .check(HOUSE);
  }

  @Test
  void theCommandLineKnowsOfTheServerItsEntryPointAlone() {
    noClasses()
        .that()
        .resideInAPackage("koalens.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("koalens.server.api..")
        .check(HOUSE);
  }

  @Test
  void onlyOneClassNamesTheNormalizer() {
    noClasses()
        .that()
        .haveNameNotMatching("koalens\\.engine\\.text\\.Tokenizer(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.text.Normalizer")
        .check(HOUSE);
  }

  @Test
  void keysAreComparedInATimeThatTellsNothing() {
    classes()
        .that()
        .haveFullyQualifiedName("koalens.backend.people.AdminKey")
        .should()
        .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
        .check(HOUSE);
    noClasses()
        .that()
        .haveFullyQualifiedName("koalens.backend.people.AdminKey")
        .should()
        .callMethod(String.class, "equals", Object.class)
        .orShould()
        .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
        .check(HOUSE);
  }

  @Test
  void roomsFormNoCycles() {
    slices().matching("koalens.(*).(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void everyPackageIsNullMarked() {
    HOUSE.stream()
        .map(JavaClass::getPackage)
        .distinct()
        .forEach(room -> {
          if (!room.isAnnotatedWith(NullMarked.class)) {
            throw new AssertionError(room.getName() + " is not @NullMarked");
          }
        });
  }
}
