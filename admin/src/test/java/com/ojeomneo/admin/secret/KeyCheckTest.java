package com.ojeomneo.admin.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AdminStack.class)
class KeyCheckTest {
  private final DSLContext sql = new Database(AdminStack.owner()).sql();

  @Test
  void aKeyThatSomebodyNeedsMustBeThere() {
    var one = Colleague.hired(StaffRole.OWNER);
    byte[] sealed = OldKey.seal(one.id(), new byte[20]);
    sql.execute("UPDATE staff SET totp_sealed = ? WHERE id = ?", sealed, one.id());

    String[] keys = AdminStack.SECRET_KEYS.split(",");
    assertThat(KeyCheck.hasAllKeys(sql, AdminSeal.of(AdminStack.SECRET_KEYS))).isTrue();
    assertThat(KeyCheck.hasAllKeys(sql, AdminSeal.of(keys[0]))).isFalse();
  }
}
