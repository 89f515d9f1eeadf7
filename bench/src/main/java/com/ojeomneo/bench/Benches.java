package com.ojeomneo.bench;

import com.ojeomneo.bench.hostile.HostileBench;
import com.ojeomneo.local.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./ojeomneo bench}: 0 it was measured, 1 it could not be, 2 wrong usage. */
@Command(
    name = "./ojeomneo bench",
    description = "성능 비교 · what requests cost, and how the app does.",
    subcommands = {MenusBench.class, MobileBench.class, HostileBench.class, AdminBench.class})
public final class Benches {
  Benches() {}

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Benches())
            .setExecutionExceptionHandler(Benches::failed)
            .execute(args.length == 0 ? new String[] {"--help"} : args));
  }

  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (failure instanceof Refusal) {
      System.err.println("ojeomneo: " + failure.getMessage());
    } else {
      failure.printStackTrace();
    }
    return 1;
  }
}
