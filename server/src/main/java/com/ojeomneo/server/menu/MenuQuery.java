package com.ojeomneo.server.menu;

import com.ojeomneo.menu.MenuFilter;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.text.Normalizer;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which dishes a client asks for, as it was sent. */
class MenuQuery {
  private static final int MAX_TEXT = 50;

  @QueryParam("storeId")
  @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  String storeId;

  @QueryParam("category")
  String category;

  @QueryParam("q")
  @Parameter(description = "Part of the name, 1 to 50 characters", example = "비빔")
  String text;

  /**
   * @throws Problem 400 when a part is malformed
   */
  MenuFilter filter() {
    return new MenuFilter(store(storeId), category, text());
  }

  /**
   * @return null for null
   * @throws Problem 400 when it is no id
   */
  static UUID store(String id) {
    if (id == null) {
      return null;
    }
    try {
      return PathId.of(id);
    } catch (Problem unknown) {
      throw Problem.invalid("storeId", "가게를 다시 골라 주세요.", "This is no store id.");
    }
  }

  /** Counted as people count: a Hangul syllable is one character however it was typed. */
  private String text() {
    if (text == null) {
      return null;
    }
    String wanted = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    int length = wanted.codePointCount(0, wanted.length());
    if (length < 1 || length > MAX_TEXT) {
      throw Problem.invalid("q", "1~50자로 검색해 주세요.", "Search for 1 to 50 characters.");
    }
    return wanted;
  }
}
