package com.ojeomneo.drills;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drill export}. */
@Command(
    name = "export",
    description =
        "내보내기 훈련 · Admins that make a long file are killed and frozen; the file is whole.")
final class ExportDrill implements Callable<Integer> {
  static final int SHORT = 200_000;

  @Option(names = "--orders", paramLabel = "N", defaultValue = "1000000")
  private int orders;

  @Option(names = "--short", description = "200,000 orders.")
  private boolean isShort;

  @Override
  public Integer call() throws Exception {
    int rows = isShort ? SHORT : orders;
    System.out.printf("내보내기 훈련 · drill export: 주문 %,d건 · %,d orders%n", rows, rows);
    LongExport.Result result = new LongExport(rows, System.out::println).run();
    result.print(System.out::println);
    return result.isClean() ? 0 : 1;
  }
}
