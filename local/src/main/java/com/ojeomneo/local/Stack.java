package com.ojeomneo.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The children of this launcher, in the order in which they were started; stopped in the opposite
 * order, each only when the one before is gone. Every child is written down before anything else
 * happens, so that a launcher killed at any moment leaves nothing that the next cannot find.
 */
final class Stack {
  private final Home home;
  private final Console console;
  private final List<Child> children = new ArrayList<>();
  private final List<ChildRecord> records = new ArrayList<>();
  private final CompletableFuture<Child> firstDeath = new CompletableFuture<>();
  private boolean stopping;

  Stack(Home home, Console console) {
    this.home = home;
    this.console = console;
  }

  /**
   * Starts a child that is to live as long as the stack.
   *
   * @throws Stopping when the stack is on its way down
   */
  Child start(Program program) {
    Child child = add(program);
    child.onExit().thenAccept(firstDeath::complete);
    return child;
  }

  /**
   * Runs a child to its end, which is expected.
   *
   * @throws Refusal with its last words when it fails
   */
  void run(Program program) throws InterruptedException {
    Child child = add(program);
    int code = child.await();
    if (code != 0 && !isStopping()) {
      throw new Refusal(
          "%s failed (exit %d), see %s%n%s"
              .formatted(
                  child.name(),
                  code,
                  home.log(child.name()),
                  String.join("\n", child.lastLines())));
    }
  }

  private synchronized Child add(Program program) {
    if (stopping) {
      throw new Stopping();
    }
    Child child = Child.start(program, home.log(program.name()), console);
    children.add(child);
    records.add(ChildRecord.of(child, program.stopSignal()));
    PrivateFile.writeJson(home.children(), records);
    return child;
  }

  /** Completed by the first child that ends before the stack is told to stop. */
  CompletableFuture<Child> firstDeath() {
    return firstDeath;
  }

  synchronized boolean isStopping() {
    return stopping;
  }

  /** Stops all, last started first. Returns when no child is left. */
  void stop() {
    synchronized (this) {
      stopping = true;
    }
    for (Child child : children.reversed()) {
      if (child.isAlive()) {
        child.stop();
        console.say("  멈춤 · stopped " + child.name());
      }
    }
    records.clear();
    PrivateFile.writeJson(home.children(), records);
  }

  /** Thrown to what is still starting while the stack already stops; nobody needs to read it. */
  static final class Stopping extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
