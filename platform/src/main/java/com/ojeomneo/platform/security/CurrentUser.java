package com.ojeomneo.platform.security;

import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** Whose request this is. */
@RequestScoped
public class CurrentUser {
  private AccessToken token;

  public UUID id() {
    return token().userId();
  }

  /**
   * @throws Problem 401 when the request came without a token
   */
  public AccessToken token() {
    if (token == null) {
      throw Problem.of(CommonProblem.UNAUTHENTICATED);
    }
    return token;
  }

  /** Said once, by whoever has verified the token. */
  public void is(AccessToken verified) {
    this.token = verified;
  }
}
