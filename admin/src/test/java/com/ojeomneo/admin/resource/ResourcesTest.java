package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Resource.Group.CUSTOMERS;
import static com.ojeomneo.schema.jooq.Tables.CONSENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResourcesTest {
  @Test
  void noColumnIsCalledLikeWhatEveryRowHas() {
    assertThatIllegalStateException()
        .isThrownBy(() -> declared(edition()))
        .withMessageContaining("version of consents");
    assertThat(declared(edition().named("edition")).named("consents").column("edition"))
        .isPresent();
  }

  private static Column edition() {
    return Column.of(ColumnType.TEXT, CONSENTS.VERSION, "판", "Version");
  }

  private static Resources declared(Column column) {
    Resource resource = Resource.of(CONSENTS, CUSTOMERS, "동의", "Consents").column(column);
    return new Resources(List.of(() -> List.of(resource)));
  }
}
