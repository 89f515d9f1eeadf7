package com.ojeomneo.bench.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The packaged Server over sockets, one for all tests of this package, with a customer. */
record Hostility(HostileStack stack, World world, Customer customer) implements AutoCloseable {
  static final String ME = "/ojeomneo/v1/users/me";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Gives a test its Server: with {@code @ExtendWith}, a parameter of its constructor. */
  static final class Given implements ParameterResolver {
    private static final ExtensionContext.Namespace ALL =
        ExtensionContext.Namespace.create(Given.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == Hostility.class;
    }

    @Override
    public Hostility resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return test.getRoot()
          .getStore(ALL)
          .computeIfAbsent(Hostility.class, _ -> open(), Hostility.class);
    }
  }

  private static Hostility open() {
    try {
      Path app = Path.of("target/test-app").toAbsolutePath();
      Files.createDirectories(app);
      if (!Files.exists(app.resolve("server"))) {
        Files.createSymbolicLink(
            app.resolve("server"), Path.of("../server/target/quarkus-app").toRealPath());
      }
      System.setProperty("ojeomneo.app", app.toString());
      System.setProperty("ojeomneo.data", Path.of("target/test-data").toAbsolutePath().toString());
      HostileStack stack = HostileStack.start();
      var customer = new Customer("claims", stack.port());
      customer.enter();
      return new Hostility(stack, World.of(stack.port()), customer);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  int port() {
    return stack.port();
  }

  Answer me(String token) throws IOException {
    return get(ME, "Authorization: Bearer " + token);
  }

  Answer get(String path, String... headers) throws IOException {
    return send(Shots.get(path, headers));
  }

  Answer send(Shot shot) throws IOException {
    try (var wire = new Wire(port())) {
      return wire.send(shot, PATIENCE);
    }
  }

  @Override
  public void close() {
    stack.close();
  }
}
