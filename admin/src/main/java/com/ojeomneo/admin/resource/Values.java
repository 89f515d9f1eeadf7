package com.ojeomneo.admin.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.ojeomneo.platform.problem.Problem.FieldError;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.EnumType;
import org.jooq.JSON;
import org.jooq.JSONB;

/** The value of a column, from JSON as somebody sent it to what the field holds, and back. */
final class Values {
  private static final int LONGEST_TEXT = 4000;
  private static final int MOST_WORDS = 50;
  private static final int LAST_YEAR = 9999;
  private static final JsonNodeFactory JSON_NODES = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Values() {}

  /** What is wrong with a value; whoever reads a form adds where. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Label why;

    Refused(String ko, String en) {
      super(en, null, false, false);
      this.why = new Label(ko, en);
    }

    FieldError at(String place) {
      return new FieldError(place, why.ko(), why.en());
    }
  }

  /**
   * A value that may be stored: of the type, within its bounds, not null where it must not be.
   *
   * @return of the Java type of the field; null for null
   */
  static Object stored(Column column, JsonNode json) throws Refused {
    if (json.isNull() || json.isTextual() && json.textValue().isBlank() && !isText(column)) {
      if (column.isRequired()) {
        throw new Refused("꼭 입력해 주세요.", "This is needed.");
      }
      if (!column.field().getDataType().nullable()) {
        return empty(column);
      }
      return null;
    }
    Object value = read(column, json);
    checkBounds(column, value);
    return value;
  }

  /** A text that nobody wrote is empty; anything else without a value must say so. */
  private static Object empty(Column column) throws Refused {
    return switch (column.type()) {
      case TEXT, LONG_TEXT -> "";
      case TAGS, CHOICES -> new String[0];
      default -> throw new Refused("꼭 입력해 주세요.", "This is needed.");
    };
  }

  private static boolean isText(Column column) {
    return column.type() == ColumnType.TEXT || column.type() == ColumnType.LONG_TEXT;
  }

  /** A value of the type, whatever its bounds: also what a filter or a cursor compares with. */
  static Object read(Column column, JsonNode json) throws Refused {
    return switch (column.type()) {
      case INTEGER, MONEY -> integer(json);
      case BOOLEAN -> bool(json);
      case INSTANT -> instant(json);
      case DATE -> date(json);
      case TIME -> time(json);
      case CHOICE -> stored(column.field().getType(), choice(column, json));
      case CHOICES -> words(json, column);
      case TAGS -> words(json, null);
      case JSON -> JSONB.valueOf(json.toString());
      case ID, REFERENCE -> key(column, json);
      case TEXT -> text(json).strip();
      case LONG_TEXT, IMAGE, IMAGE_URL -> text(json);
    };
  }

  private static Integer integer(JsonNode json) throws Refused {
    if (!json.isIntegralNumber() || !json.canConvertToInt()) {
      throw new Refused("정수로 입력해 주세요.", "Must be a whole number.");
    }
    return json.intValue();
  }

  private static Boolean bool(JsonNode json) throws Refused {
    if (!json.isBoolean()) {
      throw new Refused("예 또는 아니요여야 해요.", "Must be true or false.");
    }
    return json.booleanValue();
  }

  private static Instant instant(JsonNode json) throws Refused {
    try {
      var time = OffsetDateTime.parse(text(json));
      if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
        return time.toInstant();
      }
    } catch (DateTimeException malformed) {
      // said below, as for a year out of range
    }
    throw new Refused("날짜와 시각을 확인해 주세요.", "Must be a time as 2026-11-25T11:40:00+09:00.");
  }

  private static LocalDate date(JsonNode json) throws Refused {
    try {
      LocalDate day = LocalDate.parse(text(json));
      if (day.getYear() >= 0 && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException malformed) {
      // said below
    }
    throw new Refused("날짜를 확인해 주세요.", "Must be a day as 2026-11-25.");
  }

  private static LocalTime time(JsonNode json) throws Refused {
    try {
      return LocalTime.parse(text(json));
    } catch (DateTimeException malformed) {
      throw new Refused("시각을 확인해 주세요.", "Must be a time of day as 11:30.");
    }
  }

  private static Object stored(Class<?> type, String choice) {
    if (type == Short.class) {
      return Short.valueOf(choice);
    }
    if (!type.isEnum()) {
      return choice;
    }
    return Stream.of(type.getEnumConstants())
        .filter(constant -> ((EnumType) constant).getLiteral().equals(choice))
        .findFirst()
        .orElseThrow();
  }

  private static String choice(Column column, JsonNode json) throws Refused {
    String value = text(json);
    if (column.choices().stream().noneMatch(choice -> choice.value().equals(value))) {
      throw new Refused("목록에 있는 값을 골라 주세요.", "Must be one of the choices.");
    }
    return value;
  }

  /**
   * @param choices whose choices they must be; null for any words
   */
  private static String[] words(JsonNode json, Column choices) throws Refused {
    if (!json.isArray() || json.size() > MOST_WORDS) {
      throw new Refused("목록으로 보내 주세요.", "Must be a list of at most 50.");
    }
    List<String> words = new ArrayList<>();
    for (JsonNode word : json) {
      String text = choices == null ? text(word).strip() : choice(choices, word);
      if (text.isEmpty() || text.length() > 100) {
        throw new Refused("각 항목은 1~100자여야 해요.", "Each must have 1 to 100 characters.");
      }
      if (!words.contains(text)) {
        words.add(text);
      }
    }
    return words.toArray(String[]::new);
  }

  private static Object key(Column column, JsonNode json) throws Refused {
    String text = text(json);
    if (column.field().getType() != UUID.class) {
      return text;
    }
    try {
      if (text.length() == 36) {
        return UUID.fromString(text);
      }
    } catch (IllegalArgumentException malformed) {
      // said below
    }
    throw new Refused("올바른 ID가 아니에요.", "This is not an id.");
  }

  /** NFC, so that a syllable is one character however it was typed; nothing PostgreSQL refuses. */
  private static String text(JsonNode json) throws Refused {
    if (!json.isTextual()) {
      throw new Refused("글자로 보내 주세요.", "Must be a text.");
    }
    String text = json.textValue();
    if (text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
      throw new Refused("쓸 수 없는 글자가 있어요.", "Has characters that cannot be stored.");
    }
    if (text.length() > LONGEST_TEXT) {
      throw new Refused("너무 길어요.", "Is too long.");
    }
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static void checkBounds(Column column, Object value) throws Refused {
    Long size =
        switch (value) {
          case Integer number -> Long.valueOf(number);
          case Short number -> Long.valueOf(number);
          case String text -> Long.valueOf(text.codePointCount(0, text.length()));
          case null, default -> null;
        };
    boolean number = value instanceof Number;
    if (column.isRequired() && value instanceof String text && text.isBlank()) {
      throw new Refused("꼭 입력해 주세요.", "This is needed.");
    }
    if (size != null && column.min() != null && size < column.min()) {
      throw number
          ? new Refused(
              "%,d 이상이어야 해요.".formatted(column.min()),
              "Must be at least %,d.".formatted(column.min()))
          : new Refused(
              "%d자 이상 입력해 주세요.".formatted(column.min()),
              "Needs %d characters or more.".formatted(column.min()));
    }
    if (size != null && column.max() != null && size > column.max()) {
      throw number
          ? new Refused(
              "%,d 이하여야 해요.".formatted(column.max()),
              "Must be at most %,d.".formatted(column.max()))
          : new Refused(
              "%d자까지 쓸 수 있어요.".formatted(column.max()),
              "May have %d characters at most.".formatted(column.max()));
    }
  }

  /** The value of a column as JSON: choices are texts, whatever PostgreSQL keeps them as. */
  static JsonNode write(Column column, Object value) {
    JsonNode json = write(value);
    return column.type() == ColumnType.CHOICE && json.isNumber()
        ? JSON_NODES.textNode(json.asText())
        : json;
  }

  /** Of a field, as JSON; personal data as it is. */
  static JsonNode write(Object value) {
    return switch (value) {
      case null -> NullNode.instance;
      case Integer number -> JSON_NODES.numberNode(number);
      case Short number -> JSON_NODES.numberNode(number.intValue());
      case Long number -> JSON_NODES.numberNode(number);
      case Boolean bool -> JSON_NODES.booleanNode(bool);
      case String[] words -> {
        var array = JSON_NODES.arrayNode(words.length);
        for (String word : words) {
          array.add(word);
        }
        yield array;
      }
      case JSON json -> parsed(json.data());
      case JSONB json -> parsed(json.data());
      case EnumType literal -> JSON_NODES.textNode(literal.getLiteral());
      default -> JSON_NODES.textNode(value.toString());
    };
  }

  private static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL holds what is no JSON", e);
    }
  }
}
