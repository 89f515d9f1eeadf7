package com.ojeomneo.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.cache.Cache;
import com.ojeomneo.platform.http.PublicAnswers;
import com.ojeomneo.platform.security.CurrentUser;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The structure of the product, checked on what was built; and the checks, checked on what is
 * broken.
 */
class ArchitectureTest {
  private static final List<String> DOMAIN =
      List.of("money", "social", "user", "menu", "config", "payment", "order");
  private static final List<String> FOLDERS =
      List.of(
          "schema", "platform", "domain", "server", "admin", "sandbox", "local", "bench", "drills");
  private static final int LONGEST_FILE = 300;

  private static JavaClasses product;
  private static JavaClasses broken;

  @BeforeAll
  static void readWhatWasBuilt() {
    List<Path> folders =
        FOLDERS.stream().map(f -> Modules.root().resolve(f).resolve("target/classes")).toList();
    assertThat(folders).allMatch(Files::isDirectory);
    product = new ClassFileImporter().importPaths(folders);
    broken =
        new ClassFileImporter()
            .withImportOption(location -> location.contains("/broken/"))
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("com.ojeomneo");
  }

  @Test
  void partsUseOnlyWhatTheirRowNames() {
    Modules.ALLOWED.forEach((part, uses) -> row(part, uses).check(product));
  }

  @Test
  void aForbiddenUseIsNoticed() {
    assertBroken(row("payment", Modules.ALLOWED.get("payment")));
    assertBroken(row("platform", Modules.ALLOWED.get("platform")));
  }

  @Test
  void theDocumentHasTheSameTable() {
    assertThat(Modules.documented()).isEqualTo(Modules.ALLOWED);
  }

  @Test
  void everyPackageIsInTheTable() {
    assertThat(product.stream().map(c -> c.getPackageName().split("\\.")).map(p -> p[2]))
        .allMatch(Modules.ALLOWED::containsKey);
  }

  @Test
  void theDomainDoesNotKnowHttp() {
    domainWithoutHttp().check(product);
    assertBroken(domainWithoutHttp());
  }

  @Test
  void resourcesDoNotWriteSql() {
    serverWithoutSql().check(product);
    assertBroken(serverWithoutSql());
  }

  @Test
  void transactionsBeginInOnePlace() {
    transactionsOnlyInDatabase().check(product);
    assertBroken(transactionsOnlyInDatabase());
  }

  @Test
  void namesSaySomething() {
    meaningfulNames().check(product);
    assertBroken(meaningfulNames());
  }

  @Test
  void whoCachesDoesNotAskWho() {
    cachesWithoutUsers().check(product);
    assertBroken(cachesWithoutUsers());
  }

  @Test
  void packagesOfAPartHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("com.ojeomneo.(*)..")
        .should()
        .beFreeOfCycles()
        .check(product);
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    assertThat(
            sources(path -> path.endsWith(".java"))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> Files.notExists(folder.resolve("package-info.java"))))
        .isEmpty();
  }

  @Test
  void noFileIsLong() throws IOException {
    assertThat(sources(path -> path.endsWith(".java")).filter(f -> lines(f) > LONGEST_FILE))
        .isEmpty();
  }

  private static ArchRule row(String part, Set<String> uses) {
    String[] forbidden =
        Modules.ALLOWED.keySet().stream()
            .filter(other -> !other.equals(part) && !uses.contains(other))
            .map(ArchitectureTest::packages)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(packages(part))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true)
        .as(part + " uses only " + uses);
  }

  /** An answer that depends on who asks must never be kept for the next. */
  private static ArchRule cachesWithoutUsers() {
    DescribedPredicate<JavaClass> caches =
        describe(
            "cache answers",
            c ->
                c.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .anyMatch(
                        t ->
                            t.isEquivalentTo(Cache.class)
                                || t.isEquivalentTo(PublicAnswers.class)));
    return noClasses()
        .that(caches)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(CurrentUser.class)
        .as("whoever caches answers does not know who asks");
  }

  private static ArchRule domainWithoutHttp() {
    return noClasses()
        .that()
        .resideInAnyPackage(DOMAIN.stream().map(ArchitectureTest::packages).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..", "org.jboss.resteasy..");
  }

  private static ArchRule serverWithoutSql() {
    return noClasses()
        .that()
        .resideInAPackage(packages("server"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.ojeomneo.schema.jooq.tables..", "org.jooq.impl..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("com.ojeomneo.schema.jooq.Tables");
  }

  private static ArchRule transactionsOnlyInDatabase() {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName("com.ojeomneo.platform.database.Database")
        // Its sample data goes in over a connection of the owner, before anything serves.
        .and()
        .resideOutsideOfPackage(packages("local"))
        .should()
        .callMethodWhere(
            describe(
                "begins a transaction",
                call ->
                    call.getTargetOwner().isAssignableTo(DSLContext.class)
                        && call.getName().startsWith("transaction")))
        .as("only Database begins transactions");
  }

  private static ArchRule meaningfulNames() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Impl|Service|Manager|Helper|Utils?|Dto|DTO)")
        .orShould()
        .resideInAnyPackage(
            "..util..",
            "..common..",
            "..model..",
            "..dto..",
            "..impl..",
            "..helper..",
            "..service..");
  }

  private static void assertBroken(ArchRule rule) {
    assertThatThrownBy(() -> rule.check(broken)).isInstanceOf(AssertionError.class);
  }

  private static String packages(String part) {
    return "com.ojeomneo." + part + "..";
  }

  private static Stream<Path> sources(Predicate<String> wanted) throws IOException {
    var all = Stream.<Path>builder();
    for (String folder : FOLDERS) {
      Path sources = Modules.root().resolve(folder).resolve("src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        files.filter(f -> wanted.test(f.toString())).forEach(all);
      }
    }
    return all.build();
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
