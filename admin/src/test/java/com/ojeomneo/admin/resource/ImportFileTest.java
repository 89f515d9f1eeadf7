package com.ojeomneo.admin.resource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ojeomneo.platform.problem.Problem;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of rows as spreadsheets write them, and as somebody would who means harm. */
class ImportFileTest {
  private static final Charset MS949 = Charset.forName("x-windows-949");

  @Test
  void hangulIsReadHoweverASpreadsheetWroteIt() {
    String text = "이름,가격\r\n똠얌꿍,9000\r\n";

    assertRead(ImportFile.of(text.getBytes(UTF_8)), "UTF-8");
    assertRead(ImportFile.of(("\uFEFF" + text).getBytes(UTF_8)), "UTF-8");
    assertRead(ImportFile.of(text.getBytes(MS949)), "MS949");
    assertRead(ImportFile.of(("\uFEFF" + text).getBytes(UTF_16LE)), "UTF-16");
  }

  private static void assertRead(ImportFile file, String encoding) {
    assertThat(file.encoding()).isEqualTo(encoding);
    assertThat(file.header()).containsExactly("이름", "가격");
    assertThat(rows(file)).containsExactly(List.of("똠얌꿍", "9000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void whatSeparatesTheColumnsIsSeenInTheFirstLine(String separator) {
    ImportFile file =
        ImportFile.of("이름,\"a,b;c\",가격\n밥,\"x,y\nz\",1\n".replace(",", separator).getBytes(UTF_8));

    assertThat(file.header()).hasSize(3);
    assertThat(rows(file).getFirst()).hasSize(3).endsWith("1");
  }

  @Test
  void rowsAreNumberedAsASpreadsheetShowsThem() {
    var numbers = new ArrayList<Integer>();
    ImportFile.of("이름,설명\n밥,\"두\n줄\"\n\n,\n국,x\n".getBytes(UTF_8))
        .read((number, cells) -> numbers.add(number));

    assertThat(numbers).containsExactly(2, 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        ",,\n1,2,3",
        "이름\n\"밥\n국\n",
        "이름\n밥\0\n",
        "PK\u0003\u0004\0\0",
        "\"",
      })
  void whatIsNoTableIsRefused(String text) {
    refused(text.getBytes(UTF_8));
  }

  @Test
  void whatIsInNoEncodingWeKnowIsRefused() {
    refused("이름\n\u00ff\u00ff\u0080".getBytes(ISO_8859_1));
  }

  @Test
  void oneHugeCellIsRefusedAndNotKept() {
    refused(("이름\n\"" + "가".repeat(600_000) + "\"\n").getBytes(UTF_8));
  }

  @Test
  void moreColumnsThanAnyTableHasAreRefused() {
    refused("a,".repeat(101).getBytes(UTF_8));
  }

  @Test
  void oneRowMoreThanTheLimitIsRefused() {
    String most = "이름\n" + "밥\n".repeat(ImportFile.MOST_ROWS);

    assertThat(ImportFile.of(most.getBytes(UTF_8)).rows()).isEqualTo(5_000);
    assertThatThrownBy(() -> ImportFile.of((most + "국\n").getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.code()).isEqualTo(ResourceProblem.IMPORT_TOO_LONG));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+82", "-", "@a", "'=1", "''=1", "'", "'밥", "밥", "", "\t=", "'\tx"})
  void whatAnExportMakesHarmlessComesBackAsItWas(String text) {
    assertThat(CsvTable.undone(CsvTable.harmless(text))).isEqualTo(text);
    assertThat(CsvTable.harmless(text)).doesNotStartWith("=").doesNotStartWith("@");
  }

  private static void refused(byte[] bytes) {
    assertThatThrownBy(() -> ImportFile.of(bytes))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.errors().getFirst().field()).isEqualTo("file"));
  }

  private static List<List<String>> rows(ImportFile file) {
    var rows = new ArrayList<List<String>>();
    file.read((number, cells) -> rows.add(cells));
    return rows;
  }
}
