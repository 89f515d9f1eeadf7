package com.ojeomneo.admin.password;

import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.user.Passwords;
import jakarta.inject.Singleton;

/** What staff may choose as a password: 10 to 256 characters, and not what is tried first. */
@Singleton
class NewPassword {
  static final int SHORTEST = 10;
  static final int LONGEST = 256;

  private final Passwords passwords;

  NewPassword(Passwords passwords) {
    this.passwords = passwords;
  }

  /**
   * @throws Problem 400, and 503 when too many wait
   */
  String hash(String chosen, String email) {
    if (chosen.equalsIgnoreCase(email)) {
      throw Problem.invalid(
          "newPassword",
          "이메일과 다른 비밀번호를 정해 주세요.",
          "Please choose something else than your address.");
    }
    return passwords.hash(chosen);
  }
}
