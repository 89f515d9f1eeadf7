import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Runs the migrations on an embedded PostgreSQL and generates the jOOQ classes from the result.
 * Does nothing when migrations, this file and the versions are those of the last run.
 *
 * <p>Arguments: folder of migrations, folder to generate into, versions that matter.
 */
class GenerateSchema {
  public static void main(String[] args) throws Exception {
    Path migrations = Path.of(args[0]);
    Path generated = Path.of(args[1]);
    Path stamp = generated.resolveSibling("jooq.stamp");
    String fingerprint = fingerprint(migrations, args[2]);
    if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
      return;
    }
    try (var postgres =
        EmbeddedPostgres.builder()
            .setLocaleConfig("locale", "C.UTF-8")
            .setLocaleConfig("encoding", "UTF8")
            .start()) {
      var flyway =
          Flyway.configure()
              .dataSource(postgres.getPostgresDatabase())
              .locations("filesystem:" + migrations)
              .load();
      flyway.migrate();
      generate(postgres.getJdbcUrl("postgres", "postgres"), generated);
      writeVersion(generated, flyway.info().current().getVersion().toString());
    }
    Files.writeString(stamp, fingerprint);
  }

  private static void generate(String url, Path into) throws Exception {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    GenerationTool.generate(
        new Configuration()
            .withLogging(Logging.WARN)
            .withJdbc(new Jdbc().withUrl(url))
            .withGenerator(
                new Generator()
                    .withDatabase(
                        new Database()
                            .withName("org.jooq.meta.postgres.PostgresDatabase")
                            .withInputSchema("public")
                            .withOutputSchemaToDefault(true)
                            .withIncludeRoutines(false)
                            .withExcludes("flyway_schema_history")
                            .withForcedTypes(
                                new ForcedType()
                                    .withName("INSTANT")
                                    .withIncludeTypes("timestamptz|timestamp with time zone"),
                                new ForcedType()
                                    .withUserType("java.lang.String")
                                    .withBinding("com.ojeomneo.schema.CitextBinding")
                                    .withIncludeTypes("citext")))
                    .withGenerate(
                        new Generate()
                            .withGeneratedAnnotation(false)
                            .withImplicitJoinPathsToMany(false)
                            .withComments(true))
                    .withTarget(
                        new Target()
                            .withPackageName("com.ojeomneo.schema.jooq")
                            .withDirectory(into.toString()))));
  }

  /** What a serving process compares with the database before it serves. */
  private static void writeVersion(Path generated, String latest) throws IOException {
    Path file = generated.resolve("com/ojeomneo/schema/SchemaVersion.java");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        package com.ojeomneo.schema;

        /** The newest migration that this build knows, and where Flyway finds all of them. */
        public final class SchemaVersion {
          public static final String LATEST = "%s";
          public static final String MIGRATIONS = "classpath:com/ojeomneo/schema/migrations";

          private SchemaVersion() {}
        }
        """
            .formatted(latest));
  }

  private static String fingerprint(Path migrations, String versions) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(versions.getBytes(StandardCharsets.UTF_8));
    digest.update(Files.readAllBytes(Path.of("src/codegen/GenerateSchema.java").toAbsolutePath()));
    List<Path> files;
    try (Stream<Path> listed = Files.list(migrations)) {
      files = listed.sorted().toList();
    }
    for (Path file : files) {
      digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
