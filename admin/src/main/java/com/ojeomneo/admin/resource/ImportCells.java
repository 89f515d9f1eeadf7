package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.platform.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Reads cells as exports write them and as people type them, into what a form would send. */
final class ImportCells {
  private static final Set<String> YES = Set.of("true", "yes", "y", "o", "1", "예", "네", "참");
  private static final Set<String> NO = Set.of("false", "no", "n", "x", "0", "아니요", "아니오", "거짓");

  /** Also with the separators and the sign of the won that a spreadsheet adds. */
  private static final Pattern NUMBER =
      Pattern.compile("[₩￦]?(-?)([0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3})원?");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final DSLContext sql;
  private final Resources resources;
  private final StaffMember member;
  private final Map<List<String>, List<JsonNode>> named = new HashMap<>();

  /** For the rows of one file, within its transaction. */
  ImportCells(DSLContext sql, Resources resources, StaffMember member) {
    this.sql = sql;
    this.resources = resources;
    this.member = member;
  }

  /**
   * @throws Values.Refused for what cannot be of this type; bounds are the form's
   */
  JsonNode json(Column column, String cell) throws Values.Refused {
    String text = CsvTable.undone(cell);
    if (text.isBlank()) {
      return NullNode.instance;
    }
    String word = text.strip();
    return switch (column.type()) {
      case INTEGER, MONEY -> number(word);
      case BOOLEAN -> yesOrNo(word);
      case CHOICE -> TextNode.valueOf(choice(column, word));
      case CHOICES, TAGS -> words(column, word);
      case REFERENCE -> reference(column, word);
      case JSON -> parsed(word);
      case TEXT, LONG_TEXT -> TextNode.valueOf(text);
      case ID, INSTANT, DATE, TIME, IMAGE, IMAGE_URL -> TextNode.valueOf(word);
    };
  }

  private static JsonNode number(String word) throws Values.Refused {
    var number = NUMBER.matcher(word);
    if (!number.matches()) {
      throw new Values.Refused("정수로 입력해 주세요.", "Must be a whole number.");
    }
    return LongNode.valueOf(Long.parseLong(number.group(1) + number.group(2).replace(",", "")));
  }

  private static JsonNode yesOrNo(String word) throws Values.Refused {
    String plain = word.toLowerCase(Locale.ROOT);
    if (!YES.contains(plain) && !NO.contains(plain)) {
      throw new Values.Refused("예 또는 아니요여야 해요.", "Must be yes or no.");
    }
    return BooleanNode.valueOf(YES.contains(plain));
  }

  private static String choice(Column column, String word) {
    return column.choices().stream()
        .filter(c -> word.equals(c.label().ko()) || word.equalsIgnoreCase(c.label().en()))
        .findFirst()
        .map(Choice::value)
        .orElse(word);
  }

  private static JsonNode words(Column column, String word) throws Values.Refused {
    if (word.startsWith("[")) {
      return parsed(word);
    }
    ArrayNode words = JsonNodeFactory.instance.arrayNode();
    for (String each : word.split("[,;]")) {
      if (!each.isBlank()) {
        words.add(choice(column, each.strip()));
      }
    }
    return words;
  }

  private static JsonNode parsed(String json) throws Values.Refused {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException broken) {
      throw new Values.Refused("JSON이 아니에요.", "Is not JSON.");
    }
  }

  /** By its key, or by what it is called if no other is called so. */
  private JsonNode reference(Column column, String word) throws Values.Refused {
    List<JsonNode> found =
        named.computeIfAbsent(List.of(column.reference(), word), none -> found(column, word));
    if (found.isEmpty()) {
      throw new Values.Refused("없는 항목이에요.", "There is no such row.");
    }
    if (found.size() > 1) {
      throw new Values.Refused("같은 이름이 여럿이에요. ID를 적어 주세요.", "Several are called so. Use the id.");
    }
    return found.getFirst();
  }

  private List<JsonNode> found(Column column, String word) {
    Resource other = resources.named(column.reference());
    Condition visible = other.access().requireVisible(member);
    try {
      List<JsonNode> same = keys(other, visible.and(RowId.is(other, word)));
      if (!same.isEmpty()) {
        return same;
      }
    } catch (Problem noKey) {
      // then it is what the row is called
    }
    @SuppressWarnings("unchecked") // Titles of what is named by a file are texts.
    var title = (Field<String>) other.title().field();
    return keys(other, visible.and(title.eq(word)));
  }

  private List<JsonNode> keys(Resource other, Condition wanted) {
    Field<?> key = other.key().getFirst().field();
    return sql.select(key)
        .from(other.table())
        .where(wanted)
        .limit(2)
        .fetch(row -> Values.write(row.get(key)));
  }
}
