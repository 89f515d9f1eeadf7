package com.ojeomneo.admin.resource;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.or;

import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/**
 * Looks into all resources at once that somebody sees, in one statement: by what their lists are
 * searched by, and by whole ids. Rows with a key of several parts are found in their lists only.
 */
@Singleton
public class RecordSearch {
  private static final int LONGEST = 100;
  private static final int UUID_LENGTH = 36;

  /** Of one resource. */
  private static final int SHOWN = 5;

  /** Of these the best are shown. */
  private static final int LOOKED_AT = 25;

  /** Characters, Hangul decomposed: a shorter text is in no index, and means no customer. */
  private static final int TRIGRAM = 3;

  private final Resources resources;
  private final Rows rows;

  RecordSearch(Resources resources, Rows rows) {
    this.resources = resources;
    this.rows = rows;
  }

  /** As it was read; not to be sent. */
  private record Hit(Resource resource, String id, String title, String of, Instant at) {
    /** The whole title before its beginning, that before any part of it. */
    int rank(String wanted) {
      String name = title == null ? "" : title.toLowerCase(Locale.ROOT);
      return name.equals(wanted) ? 0 : name.startsWith(wanted) ? 1 : 2;
    }
  }

  /**
   * The best few of each resource.
   *
   * @throws Problem 400 for a text that is not of 1 to 100 characters
   */
  public List<Found> find(DSLContext sql, StaffMember member, String text) {
    String wanted = checked(text);
    var hits = new LinkedHashMap<Resource, List<Hit>>();
    statement(sql, member, wanted)
        .ifPresent(
            all ->
                all.forEach(
                    row ->
                        hits.computeIfAbsent(resources.named(row.value1()), r -> new ArrayList<>())
                            .add(hit(row))));
    var best = Comparator.comparingInt((Hit hit) -> hit.rank(wanted.toLowerCase(Locale.ROOT)));
    return hits.values().stream()
        .flatMap(of -> of.stream().sorted(best).limit(SHOWN))
        .map(this::shown)
        .toList();
  }

  private static String checked(String text) {
    String wanted = text == null ? "" : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    if (wanted.isEmpty() || wanted.codePointCount(0, wanted.length()) > LONGEST) {
      throw Problem.invalid("q", "1~100자로 찾아 주세요.", "Must be a text of 1 to 100 characters.");
    }
    if (wanted.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
      throw Problem.invalid("q", "쓸 수 없는 글자가 있어요.", "Has characters that are nowhere stored.");
    }
    return wanted;
  }

  /** Resource, id, title, what it is of and when; empty where there is nothing to look into. */
  Optional<Select<Record5<String, String, String, String, Instant>>> statement(
      DSLContext sql, StaffMember member, String wanted) {
    return resources.visibleTo(member).stream()
        .filter(resource -> resource.key().size() == 1)
        .flatMap(resource -> within(sql, resource, member, wanted).stream())
        .reduce(Select::unionAll);
  }

  private Optional<Select<Record5<String, String, String, String, Instant>>> within(
      DSLContext sql, Resource resource, StaffMember member, String wanted) {
    var meant = new ArrayList<Condition>();
    if (!resource.searched().isEmpty() && !(resource.hasPersonalData() && isShort(wanted))) {
      meant.add(Filter.meant(resource, wanted, resource.isRevealedTo(member)));
    }
    hasId(resource, wanted).ifPresent(meant::add);
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    Field<String> of =
        named(resource).map(rows::title).orElseGet(() -> inline(null, SQLDataType.CLOB));
    return Optional.of(
        sql.select(
                inline(resource.name()),
                resource.key().getFirst().field().cast(SQLDataType.CLOB),
                resource.title().field().cast(SQLDataType.CLOB),
                of,
                sortedBy(resource))
            .from(resource.table())
            .where(resource.access().requireVisible(member).and(or(meant)))
            .orderBy(Ordering.of(resource, null).sort())
            .limit(LOOKED_AT));
  }

  private static boolean isShort(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).length() < TRIGRAM;
  }

  private static Optional<Condition> hasId(Resource resource, String wanted) {
    Field<?> key = resource.key().getFirst().field();
    if (key.getType() != UUID.class || wanted.length() != UUID_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(key.coerce(UUID.class).eq(UUID.fromString(wanted)));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  /** The first column that names a row of another resource. */
  private static Optional<Column> named(Resource resource) {
    return resource.columns().stream().filter(column -> column.reference() != null).findFirst();
  }

  private static Field<Instant> sortedBy(Resource resource) {
    return resource
        .column(resource.sort().split(",")[0].replaceFirst("-", ""))
        .filter(column -> column.type() == ColumnType.INSTANT)
        .map(column -> column.field().coerce(Instant.class))
        .orElseGet(() -> inline(null, SQLDataType.INSTANT));
  }

  private Hit hit(Record5<String, String, String, String, Instant> row) {
    return new Hit(
        resources.named(row.value1()), row.value2(), row.value3(), row.value4(), row.value5());
  }

  private Found shown(Hit hit) {
    Mask mask = hit.resource.title().mask();
    String of = hit.of == null ? null : rows.masked(named(hit.resource).orElseThrow(), hit.of);
    String title = hit.title == null || hit.title.isEmpty() ? hit.id : hit.title;
    return new Found(
        hit.resource.name(),
        hit.id,
        mask == null || title.equals(hit.id) ? title : mask.of(title),
        of,
        hit.at);
  }
}
