package com.ojeomneo.local;

import com.ojeomneo.local.sample.SampleData;
import com.ojeomneo.payment.PaymentPage;
import com.ojeomneo.platform.database.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A stack for one drill, beside whatever {@code up} runs: everything in a folder of its own, on
 * free ports, with as many Servers as wanted behind an address that is somebody else's. It ends
 * with the process, and its folder with it unless it is asked to stay.
 */
public final class TemporaryStack implements AutoCloseable {
  private static final int MOST_STARTS = 3;
  private static final int ENDED_BY_TERM = 128 + 15;

  private final Home home;
  private final Stack stack;
  private final Secrets secrets;
  private final Postgres postgres;
  private final Settings settings;
  private final Map<String, String> more;
  private final Purpose purpose;
  private final URI publicUrl;
  private final URI sandboxUrl;
  private final Sandbox sandbox;
  private final Thread atExit = new Thread(this::end, "stop");
  private Child sandboxChild;
  private boolean kept;
  private boolean ended;

  /** One Server: a process that can be killed and started again on its port. */
  public final class Node {
    private final String name;
    private final int port = Ports.anyFree();
    private Child child;
    private int starts;

    private Node(String name) {
      this.name = name;
    }

    public String name() {
      return name;
    }

    public int port() {
      return port;
    }

    public long pid() {
      return child.handle().pid();
    }

    public boolean isAlive() {
      return child.isAlive();
    }

    /** SIGKILL; returns once the process is gone. */
    public void kill() throws InterruptedException {
      TemporaryStack.kill(child);
    }

    /**
     * SIGTERM, as whoever replaces it sends; returns once the process is gone.
     *
     * @throws Refusal when it did not end by itself
     */
    public void stop() throws InterruptedException {
      child.stop();
      int code = child.await();
      if (code != ENDED_BY_TERM) {
        throw new Refusal("%s was told to stop and ended with %d".formatted(name, code));
      }
    }

    /** What this run has said so far. */
    public Path log() {
      return home.log(run());
    }

    private String run() {
      return "%s.%d".formatted(name, starts);
    }

    /** Returns when it is ready. Each run has a log of its own. */
    public void start() throws InterruptedException {
      starts++;
      child = persistently(() -> server(port).start(stack, run(), more));
    }
  }

  private TemporaryStack(Home home, URI publicUrl, Map<String, String> more, Purpose purpose) {
    home.create();
    // Not the usual ones: they are for `up`.
    PrivateFile.writeJson(
        home.ports(), Map.of("postgres", Ports.anyFree(), "redis", Ports.anyFree()));
    int sandboxPort = Ports.anyFree();
    this.home = home;
    this.more = Map.copyOf(more);
    this.purpose = purpose;
    this.publicUrl = publicUrl;
    this.sandboxUrl = URI.create("http://localhost:" + sandboxPort);
    this.stack =
        new Stack(home, new Console(new PrintStream(OutputStream.nullOutputStream()), false));
    this.secrets = Secrets.of(home);
    this.postgres = new Postgres(home, secrets);
    var redis = new Redis(home, secrets);
    this.settings =
        new Settings(
            postgres, redis, secrets, publicUrl.toString(), sandboxUrl.toString(), Ports.anyFree());
    this.sandbox = new Sandbox(settings, sandboxPort);
    Runtime.getRuntime().addShutdownHook(atExit);
    endWithLauncher();
    try {
      start(redis);
    } catch (InterruptedException | SQLException | RuntimeException e) {
      close();
      throw e instanceof RuntimeException known
          ? known
          : new Refusal("the stack does not start: " + e.getMessage(), e);
    }
  }

  /**
   * Starts all but the Servers, with an empty database.
   *
   * @param publicUrl where customers find the Servers
   * @param serverSettings for each Server, beside the usual ones
   * @throws Refusal when a part does not start
   */
  public static TemporaryStack start(URI publicUrl, Map<String, String> serverSettings) {
    return start(publicUrl, serverSettings, Purpose.DRILL);
  }

  /** {@link #start(URI, Map)} for something else than a drill. */
  public static TemporaryStack start(
      URI publicUrl, Map<String, String> serverSettings, Purpose purpose) {
    Home usual = Home.ofProcess();
    try {
      Path folder = Files.createTempDirectory("ojeomneo-drill-");
      return new TemporaryStack(
          new Home(folder, usual.app(), usual.programs()), publicUrl, serverSettings, purpose);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start(Redis redis) throws InterruptedException, SQLException {
    var databases = new Databases(postgres, secrets);
    postgres.start(stack);
    redis.start(stack);
    databases.create();
    server(Ports.anyFree()).migrate(stack);
    databases.openLogins();
    sandboxChild = sandbox.start(stack);
  }

  private Server server(int port) {
    return new Server(
        home, settings, port, purpose == Purpose.MEASURED ? Jvm.PRODUCTION : Server.SMALL);
  }

  /** The shops and dishes that {@code up} begins with. */
  public void loadSampleData() {
    try (Connection owner = as(Databases.OWNER).getConnection()) {
      new SampleData(Clock.systemUTC()).loadOnce(owner);
    } catch (SQLException e) {
      throw new Refusal("no sample data: " + e.getMessage(), e);
    }
  }

  /** A further Server, ready. */
  public Node addServer(String name) throws InterruptedException {
    var node = new Node(name);
    node.start();
    return node;
  }

  /** Further Admins, each on a database of its own; before there are Servers. */
  public Desks desks() {
    return new Desks(home, postgres, secrets, settings, stack);
  }

  /** Kills the sandbox and starts it again; what it knew it still knows. */
  public void restartSandbox() throws InterruptedException {
    kill(sandboxChild);
    sandboxChild = persistently(() -> sandbox.start(stack));
  }

  public URI sandbox() {
    return sandboxUrl;
  }

  /** The product's database with all rights. */
  public Database owner() {
    return new Database(as(Databases.OWNER));
  }

  /** The shops' side, with the rights of the back office. */
  public Kitchen kitchen() {
    var page = new PaymentPage(sandboxUrl, publicUrl, secrets.tossClientKey());
    return new Kitchen(new Database(as(Databases.ADMIN), Kitchen.DOMAIN_ROLE), page);
  }

  /** Where databases and logs are. */
  public Path folder() {
    return home.data();
  }

  /** Leaves the folder where it is, for somebody to look at. */
  public void keepFolder() {
    kept = true;
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException alreadyExiting) {
      // The hook does the same.
    }
  }

  private synchronized void end() {
    if (ended) {
      return;
    }
    ended = true;
    stack.stop();
    try {
      if (!kept) {
        TarXz.delete(home.data());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The script that has the terminal may be killed; nothing of the stack outlives it. */
  private static void endWithLauncher() {
    Long pid = Long.getLong("ojeomneo.launcher");
    if (pid != null) {
      ProcessHandle.of(pid)
          .ifPresentOrElse(
              launcher ->
                  launcher
                      .onExit()
                      .thenRunAsync(() -> System.exit(1), task -> new Thread(task).start()),
              () -> System.exit(1));
    }
  }

  @FunctionalInterface
  private interface Start {
    Child begin() throws InterruptedException;
  }

  /** As whoever watches over processes does: on a busy machine a start may come too late. */
  private static Child persistently(Start start) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        return start.begin();
      } catch (Refusal failed) {
        if (tries == MOST_STARTS) {
          throw failed;
        }
      }
    }
  }

  private static void kill(Child child) throws InterruptedException {
    child.handle().destroyForcibly();
    child.await();
  }

  private PGSimpleDataSource as(String user) {
    var postgresAs = new PGSimpleDataSource();
    postgresAs.setURL(postgres.url(Databases.PRODUCT));
    postgresAs.setUser(user);
    postgresAs.setPassword(secrets.password(user));
    return postgresAs;
  }
}
