package com.ojeomneo.local;

import java.time.Duration;
import java.util.List;

/** The stand-in for the payment provider, from the launcher's own class path. */
final class Sandbox {
  private static final String MAIN = "com.ojeomneo.sandbox.SandboxMain";

  private final Settings settings;
  private final int port;

  Sandbox(Settings settings, int port) {
    this.settings = settings;
    this.port = port;
  }

  Child start(Stack stack) throws InterruptedException {
    var command =
        Jvm.command(Jvm.small("64m"), List.of("-cp", System.getProperty("java.class.path"), MAIN));
    Child child = stack.start(new Program("sandbox", command, settings.sandbox(port)));
    Deadline.await(child, Duration.ofSeconds(30), () -> Ports.taken(port));
    return child;
  }
}
