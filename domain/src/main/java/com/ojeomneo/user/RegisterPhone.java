package com.ojeomneo.user;

import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.push.ApnsToken;
import com.ojeomneo.platform.push.Device;
import com.ojeomneo.platform.push.FcmToken;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * An app of a store wants to be told while it is closed.
 *
 * @param token that Firebase (Android) or Apple (iOS, in hexadecimal) gave the app on this phone
 */
public record RegisterPhone(
    @NotNull Platform platform,
    @NotNull @Size(min = 1, max = 1000) @Pattern(regexp = "[!-~]*") String token) {

  public enum Platform {
    ANDROID,
    IOS
  }

  /**
   * @throws Problem 400 when the token is none of that platform
   */
  Device device() {
    return switch (platform) {
      case ANDROID -> new FcmToken(token);
      case IOS -> {
        if (!token.matches(ApnsToken.FORM)) {
          throw Problem.invalid("token", "알림 토큰을 읽을 수 없어요.", "This is no token of Apple's.");
        }
        yield new ApnsToken(token);
      }
    };
  }

  /** Nothing of it: a token is an address of one person. */
  @Override
  public String toString() {
    return "RegisterPhone";
  }
}
