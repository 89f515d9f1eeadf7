package com.ojeomneo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ojeomneo up}: everything runs until somebody stops it or a part of it dies. */
@Command(name = "up", description = "Starts everything; Ctrl-C stops it.")
final class Up implements Callable<Integer> {
  @Option(names = "--server-port", paramLabel = "N", defaultValue = "3000")
  private int serverPort;

  @Option(names = "--admin-port", paramLabel = "N", defaultValue = "8000")
  private int adminPort;

  @Option(names = "--sandbox-port", paramLabel = "N", defaultValue = "4000")
  private int sandboxPort;

  private final Home home = Home.ofProcess();
  private final Console console = Console.ofProcess();
  private final Stack stack = new Stack(home, console);

  @Override
  public Integer call() throws Exception {
    home.create();
    ProcessHandle launcher = launcher();
    SingleRun.claim(home, launcher.pid());
    // However this process ends, short of SIGKILL, it ends the stack first.
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    if (launcher.pid() != ProcessHandle.current().pid()) {
      // A thread of its own: exit() blocks it, and the common pool may have no other.
      launcher.onExit().thenRunAsync(() -> System.exit(1), task -> new Thread(task).start());
    }
    try {
      Orphans.end(home, console);
      Files.deleteIfExists(home.access());
      home.deleteOtherBuilds();
      checkPorts();
      new Startup(home, console, stack).run(serverPort, adminPort, sandboxPort);
      report(stack.firstDeath().get());
      return 1;
    } catch (Exception e) {
      if (stack.isStopping()) {
        return 1; // the reason is the stop, which says so itself
      }
      throw e;
    }
  }

  /** The script, which has the terminal; this process itself when it was started without it. */
  private static ProcessHandle launcher() {
    long pid = Long.getLong("ojeomneo.launcher", ProcessHandle.current().pid());
    return ProcessHandle.of(pid)
        .orElseThrow(() -> new Refusal("the launcher (pid %d) is gone".formatted(pid)));
  }

  private void checkPorts() {
    Ports.requireValid("--server-port", serverPort);
    Ports.requireValid("--admin-port", adminPort);
    Ports.requireValid("--sandbox-port", sandboxPort);
    if (serverPort == adminPort || adminPort == sandboxPort || sandboxPort == serverPort) {
      throw new Refusal("--server-port, --admin-port and --sandbox-port must differ");
    }
    Ports.requireFree("Server", serverPort, "--server-port");
    Ports.requireFree("Admin", adminPort, "--admin-port");
    Ports.requireFree("sandbox", sandboxPort, "--sandbox-port");
  }

  private void report(Child dead) throws InterruptedException {
    if (stack.isStopping()) {
      return;
    }
    console.headline(
        "%s: 예기치 않게 종료 · ended unexpectedly (exit %d). Its last lines:"
            .formatted(dead.name(), dead.await()));
    dead.lastLines().forEach(line -> console.say("    " + line));
    console.say("  " + home.log(dead.name()));
  }

  private void stop() {
    console.say("");
    console.headline("끝내는 중 · stopping");
    try {
      Files.deleteIfExists(home.access());
    } catch (IOException e) {
      console.say("cannot delete " + home.access());
    }
    stack.stop();
  }
}
