package com.ojeomneo.server.openapi;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;

/** Found by Quarkus (META-INF/services): no test has to ask for it, and none can forget to. */
public final class ContractEverywhere implements QuarkusTestBeforeClassCallback {
  @Override
  public void beforeClass(Class<?> testClass) {
    RestAssured.replaceFiltersWith(new ApiContract());
  }
}
