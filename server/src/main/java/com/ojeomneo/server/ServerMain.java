package com.ojeomneo.server;

import com.ojeomneo.platform.environment.Environment;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * {@code server} serves, {@code server migrate} brings the schema up to date and exits. Either way
 * a missing or wrong setting ends it with one line that names the setting.
 */
@QuarkusMain
public final class ServerMain {
  private ServerMain() {}

  public static void main(String[] args) {
    boolean migrate = args.length == 1 && args[0].equals("migrate");
    if (args.length > 0 && !migrate) {
      exit("usage: server [migrate]");
    }
    try {
      if (migrate) {
        Migration.run(Environment.ofProcess());
        return;
      }
      ServerSettings.check(Environment.ofProcess());
    } catch (IllegalArgumentException wrongSetting) {
      exit(wrongSetting.getMessage());
    }
    Quarkus.run(args);
  }

  private static void exit(String reason) {
    System.err.println("ojeomneo-server: " + reason);
    System.exit(1);
  }
}
