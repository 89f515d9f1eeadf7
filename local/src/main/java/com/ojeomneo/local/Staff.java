package com.ojeomneo.local;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code ./ojeomneo staff create}: the back office's own command, on the running stack. */
@Command(name = "staff", description = "직원 등록 · staff create --email E --name N [--role R]")
final class Staff implements Callable<Integer> {
  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = Home.ofProcess();
    if (!Files.exists(home.access()) || !SingleRun.isClaimed(home)) {
      throw new Refusal("실행 중이 아닙니다 · nothing runs here; start it with ./ojeomneo up");
    }
    Access access = PrivateFile.readJson(home.access(), new TypeReference<>() {});
    var all = new ArrayList<>(List.of("staff"));
    all.addAll(arguments);
    return Admin.run(home, environment(access.postgres(), Secrets.of(home)), all);
  }

  private static Map<String, String> environment(Access.Database database, Secrets secrets) {
    var environment = new TreeMap<>(Surroundings.plain());
    environment.put("POSTGRES_SERVER", database.host());
    environment.put("POSTGRES_PORT", String.valueOf(database.port()));
    environment.put("POSTGRES_DB", database.database());
    environment.put("POSTGRES_USER", Databases.ADMIN);
    environment.put("POSTGRES_PASSWORD", secrets.password(Databases.ADMIN));
    return environment;
  }
}
