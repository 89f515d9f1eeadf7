package com.ojeomneo.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ojeomneo reset}: the next start begins with an empty database and new secrets. */
@Command(name = "reset", description = "Deletes the data of the local stack; asks first.")
final class Reset implements Callable<Integer> {
  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  private final Home home = Home.ofProcess();

  @Override
  public Integer call() throws IOException {
    if (SingleRun.isClaimed(home)) {
      throw new Refusal("실행 중입니다 · the stack is running; stop it first");
    }
    if (!yes && !confirmed()) {
      throw new Refusal("그대로 두었습니다 · nothing was deleted");
    }
    Orphans.end(home, Console.ofProcess());
    for (Path path :
        List.of(
            home.postgresData(), home.redisData(), home.secrets(), home.ports(), home.access())) {
      TarXz.delete(path);
    }
    System.out.println("지웠습니다 · deleted: the next ./ojeomneo up starts afresh");
    return 0;
  }

  private boolean confirmed() {
    System.out.printf(
        "%s 의 주문과 데이터를 모두 지웁니다 · deletes all local data. 계속? · go on? [y/N] ", home.data());
    System.out.flush();
    var answer = new Scanner(System.in);
    return answer.hasNextLine() && answer.nextLine().strip().matches("(?i)y|yes|예|네");
  }
}
