package com.ojeomneo.admin.secret;

import com.ojeomneo.admin.AdminStack;
import java.util.UUID;

/** An Admin of before the newest key was added. */
public final class OldKey {
  private OldKey() {}

  public static byte[] seal(UUID owner, byte[] secret) {
    String old = AdminStack.SECRET_KEYS.split(",")[1];
    return AdminSeal.of(old).close(owner, secret);
  }
}
