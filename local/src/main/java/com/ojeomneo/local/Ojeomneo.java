package com.ojeomneo.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands behind the script {@code ./ojeomneo} that need Java. */
@Command(
    name = "./ojeomneo",
    subcommands = {Up.class, Shop.class, Seed.class, Reset.class, Staff.class})
public final class Ojeomneo {
  private Ojeomneo() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** The exit code: 0 done, 1 refused or failed, 2 wrong usage. */
  static int run(String... args) {
    return new CommandLine(new Ojeomneo())
        .setExecutionExceptionHandler(Ojeomneo::failed)
        .execute(args);
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
