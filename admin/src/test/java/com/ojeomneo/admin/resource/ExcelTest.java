package com.ojeomneo.admin.resource;

import static com.ojeomneo.admin.resource.Desk.edit;
import static com.ojeomneo.admin.resource.Desk.manager;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Town;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** A list for Excel has numbers that add up, times of Seoul, and texts that are no formulas. */
@QuarkusTest
@WithTestResource(AdminStack.class)
class ExcelTest {
  @Test
  void cellsHaveTheTypesOfTheirColumns() throws IOException {
    Town town = Town.built();
    edit("menus", town.menu(), 1, "{\"name\": \"=HYPERLINK(1)\"}").statusCode(200);
    byte[] file =
        manager()
            .asks()
            .queryParam("filter", "{\"id\":\"%s\"}".formatted(town.menu()))
            .queryParam("columns", "name,price,soldOut,storeId,createdAt")
            .queryParam("format", "xlsx")
            .get("/api/menus/export")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();

    try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(2);
      assertThat(rows.get(0).getCellText(0)).isEqualTo("이름");
      Row row = rows.get(1);
      assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
      assertThat(row.getCellText(0)).isEqualTo("=HYPERLINK(1)");
      assertThat(row.getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("9000");
      assertThat(row.getCellText(2)).isEqualTo("아니요");
      assertThat(row.getCellText(3)).isEqualTo(town.name());
      assertThat(row.getCellAsDate(4).orElseThrow())
          .isBetween(
              LocalDateTime.now(java.time.ZoneId.of("Asia/Seoul")).minusMinutes(10),
              LocalDateTime.now(java.time.ZoneId.of("Asia/Seoul")).plusMinutes(10));
    }
  }

  @Test
  void whatDoesNotFitOnASheetGoesOnOnTheNext() throws IOException {
    var bytes = new ByteArrayOutputStream();
    Resource parcels = new Parcels.Declared().resources().getFirst();
    var wish = new ExportWish(parcels, null, null, parcels.columns(), false, true);
    var table = new ExcelTable(wish, bytes, 4);
    for (int i = 0; i < 7; i++) {
      var members = JsonNodeFactory.instance.objectNode();
      members.put("id", "x").put("name", "a\u0001b<&" + i).put("weight", i);
      table.write(new com.ojeomneo.admin.resource.Row("x", 1, members, Map.of()));
    }
    table.finish();

    try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
      var sheets = book.getSheets().toList();
      assertThat(sheets).hasSize(3);
      assertThat(sheets.get(0).read()).hasSize(4);
      assertThat(sheets.get(2).read()).hasSize(2);
      assertThat(sheets.get(2).read().get(0).getCellText(1)).isEqualTo("Name");
      assertThat(sheets.get(2).read().get(1).getCellText(1)).isEqualTo("ab<&6");
    }
  }
}
