package com.ojeomneo.admin;

import com.ojeomneo.admin.staff.StaffMembers;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.database.PostgresTls;
import com.ojeomneo.platform.database.SchemaCheck;
import com.ojeomneo.platform.environment.Environment;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import com.ojeomneo.user.CommonPasswords;
import com.ojeomneo.user.PasswordHash;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Clock;
import java.util.Scanner;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jooq.exception.DataAccessException;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How the first owner comes in. The password is read from standard input: arguments are seen. */
@Command(name = "staff create", description = "직원 등록 · lets somebody into the back office.")
final class CreateStaff implements Callable<Integer> {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 256;

  @Option(names = "--email", required = true)
  private String email;

  @Option(names = "--name", required = true)
  private String name;

  @Option(names = "--role", defaultValue = "OWNER", description = "${COMPLETION-CANDIDATES}")
  private StaffRole role;

  @Option(names = "--store", paramLabel = "ID", description = "Of SHOP_STAFF: the shop.")
  private UUID store;

  private final Environment environment;

  CreateStaff(Environment environment) {
    this.environment = environment;
  }

  /** What cannot be is one line. */
  @Override
  public Integer call() {
    try {
      return create();
    } catch (IllegalArgumentException | ConfigurationException wrong) {
      System.err.println("ojeomneo-admin: " + wrong.getMessage());
      return 1;
    } catch (DataAccessException failed) {
      System.err.println("ojeomneo-admin: " + failed.getCause().getMessage());
      return 1;
    }
  }

  private int create() {
    if (!email.matches("[^@\\s]+@[^@\\s]+")) {
      throw new IllegalArgumentException("--email is no e-mail address");
    }
    if ((role == StaffRole.SHOP_STAFF) != (store != null)) {
      throw new IllegalArgumentException("--store goes with --role SHOP_STAFF, and only with it");
    }
    Database database = database();
    SchemaCheck.require(database);
    String hash = PasswordHash.of(password(email));
    var added =
        database.transaction(
            tx ->
                new StaffMembers()
                    .add(tx, email, name, hash, role, store, Clock.systemUTC().instant()));
    if (added.isEmpty()) {
      System.err.println("이미 등록된 이메일입니다 · this address is taken: " + email);
      return 1;
    }
    System.out.printf("등록했습니다 · created: %s, %s (%s)%n", email, role, added.get());
    return 0;
  }

  private static String password(String email) {
    if (System.console() != null) {
      return checked(new String(System.console().readPassword("비밀번호 · password: ")), email);
    }
    var input = new Scanner(System.in);
    return checked(input.hasNextLine() ? input.nextLine() : "", email);
  }

  private static String checked(String password, String email) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw new IllegalArgumentException(
          "비밀번호는 %1$d~%2$d자 · a password has %1$d to %2$d characters".formatted(SHORTEST, LONGEST));
    }
    if (CommonPasswords.areThose(password, email)) {
      throw new IllegalArgumentException(
          "너무 흔하거나 이메일과 비슷한 비밀번호입니다"
              + " · this password is too common, or too much like the e-mail address");
    }
    return password;
  }

  private Database database() {
    var postgres = new PGSimpleDataSource();
    postgres.setServerNames(new String[] {environment.require("POSTGRES_SERVER")});
    postgres.setPortNumbers(new int[] {environment.port("POSTGRES_PORT", 5432)});
    postgres.setDatabaseName(environment.require("POSTGRES_DB"));
    postgres.setUser(environment.require("POSTGRES_USER"));
    postgres.setPassword(environment.require("POSTGRES_PASSWORD"));
    PostgresTls tls = PostgresTls.of(environment);
    postgres.setSslMode(tls.mode());
    postgres.setSslRootCert(tls.rootCertificate());
    return new Database(postgres);
  }
}
