package com.ojeomneo.drills;

import com.ojeomneo.local.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./ojeomneo drill}: 0 all is well, 1 the drill has found something, 2 wrong usage. */
@Command(
    name = "./ojeomneo drill",
    description = "훈련 · drills on a stack of their own, beside whatever runs.",
    subcommands = {
      MoneyDrill.class,
      StreamsDrill.class,
      ReplaceDrill.class,
      SentinelDrill.class,
      RedisDrill.class,
      ExportDrill.class
    })
public final class Drills {
  private Drills() {}

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Drills())
            .setExecutionExceptionHandler(Drills::failed)
            .setCaseInsensitiveEnumValuesAllowed(true)
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
