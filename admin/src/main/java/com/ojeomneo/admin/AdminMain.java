package com.ojeomneo.admin;

import com.ojeomneo.platform.environment.Environment;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import picocli.CommandLine;

/**
 * {@code admin} serves, {@code admin staff create} lets somebody in and exits. Either way a missing
 * or wrong setting ends it with one line that names the setting.
 */
@QuarkusMain
public final class AdminMain {
  private AdminMain() {}

  public static void main(String[] args) {
    // Pictures are made without a screen, also where the machine has one.
    System.setProperty("java.awt.headless", "true");
    try {
      if (args.length > 0) {
        System.exit(command(args));
      }
      AdminSettings.check(Environment.ofProcess());
    } catch (IllegalArgumentException wrong) {
      System.err.println("ojeomneo-admin: " + wrong.getMessage());
      System.exit(1);
    }
    Quarkus.run(args);
  }

  private static int command(String[] args) {
    if (args.length < 2 || !args[0].equals("staff") || !args[1].equals("create")) {
      throw new IllegalArgumentException("usage: admin [staff create ...]");
    }
    return new CommandLine(new CreateStaff(Environment.ofProcess()))
        .execute(Arrays.copyOfRange(args, 2, args.length));
  }
}
