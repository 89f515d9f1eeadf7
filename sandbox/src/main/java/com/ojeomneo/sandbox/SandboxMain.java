package com.ojeomneo.sandbox;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/** Runs a sandbox as a process of its own, set up by environment variables, until SIGTERM. */
public final class SandboxMain {
  private SandboxMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    Sandbox sandbox = start();
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "stop"));
    System.out.println("The payment sandbox is ready at " + sandbox.address());
    new CountDownLatch(1).await();
  }

  private static Sandbox start() {
    try {
      return Sandbox.start(SandboxSettings.from(System.getenv()));
    } catch (IllegalArgumentException e) {
      throw stop(e.getMessage());
    } catch (SQLException e) {
      throw stop("the database cannot be used: " + e.getMessage());
    } catch (IOException e) {
      throw stop("SANDBOX_PORT or SANDBOX_SMTP_PORT cannot be used: " + e.getMessage());
    }
  }

  private static RuntimeException stop(String reason) {
    System.err.println("The payment sandbox does not start: " + reason.lines().findFirst().get());
    System.exit(1);
    throw new AssertionError();
  }
}
