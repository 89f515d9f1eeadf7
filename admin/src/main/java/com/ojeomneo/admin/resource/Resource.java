package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.admin.staff.StaffMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * A table as the back office has it, said once: the engine's SQL, the pages, the history and the
 * export follow from it. Until it says more, everybody with {@link Permission#VIEW} in every shop
 * sees its rows and nobody writes them.
 */
public final class Resource {
  /** Part of the menu that it stands in. */
  public enum Group {
    CATALOGUE,
    ORDERS,
    CUSTOMERS,
    SETTINGS,
    STAFF
  }

  private final Table<?> table;
  private final Label label;
  private final Group group;
  private final List<Column> columns = new ArrayList<>();
  private final List<Inline> inlines = new ArrayList<>();
  private final List<ResourceView.Tab> tabs = new ArrayList<>();
  private final List<ResourceView.Related> related = new ArrayList<>();
  private final List<Searched> searched = new ArrayList<>();
  private final Access access = new Access();
  private Column title;
  private String sort;
  private TableField<?, Integer> version;
  private TableField<?, Instant> createdAt;
  private Column order;
  private Column dated;

  private Resource(Table<?> table, Label label, Group group) {
    this.table = table;
    this.label = label;
    this.group = group;
  }

  public static Resource of(Table<?> table, Group group, String ko, String en) {
    return new Resource(table, new Label(ko, en), group);
  }

  /** What follows stands on this page of the form. */
  public Resource tab(String name, String ko, String en) {
    tabs.add(new ResourceView.Tab(name, new Label(ko, en)));
    return this;
  }

  public Resource column(Column column) {
    columns.add(column.on(tabs.isEmpty() ? null : tabs.getLast().name()));
    return this;
  }

  public Resource inline(Inline inline) {
    inlines.add(inline.on(tabs.isEmpty() ? null : tabs.getLast().name()));
    return this;
  }

  /** What a row is called where another names it; declared before. */
  public Resource title(Field<?> field) {
    title = columnOf(field);
    return this;
  }

  /** The order of a list that nobody has sorted, as {@code sort} of the API. */
  public Resource sortedBy(String sort) {
    this.sort = sort;
    return this;
  }

  /** Found by a part of it; needs a trigram index over {@code normalize(field, NFD)}. */
  public Resource searchedByPart(Field<String> field) {
    searched.add(new Searched(columnOf(field), field, true));
    return this;
  }

  /** Found by the whole of it; needs an index. */
  public Resource searchedBy(Field<String> field) {
    searched.add(new Searched(columnOf(field), field, false));
    return this;
  }

  /** Rows of another resource to be listed beside a row of this one. */
  public Resource related(String resource, String column, String ko, String en) {
    related.add(new ResourceView.Related(resource, column, new Label(ko, en)));
    return this;
  }

  public Resource readWith(Permission permission) {
    access.read = permission;
    return this;
  }

  /** Whoever has the permission in every shop may edit rows. */
  public Resource editedWith(Permission permission, TableField<?, Integer> version) {
    access.write = permission;
    access.editable = true;
    this.version = version;
    return this;
  }

  public Resource creatable() {
    access.creatable = true;
    return this;
  }

  public Resource deletable() {
    access.deletable = true;
    return this;
  }

  /** Rows stand in the order of this column, which is edited by hand, too: they may be dragged. */
  public Resource orderedBy(Field<Integer> position) {
    order = columnOf(position);
    access.ordered = true;
    return sortedBy(order.name());
  }

  /**
   * The list is gone into by year, month and day of this instant, the newest first. An index begins
   * with it, and lists are narrowed and sorted by it.
   */
  public Resource dated(Field<Instant> at) {
    dated = columnOf(at);
    if (dated.filterKind() != FilterKind.RANGE || !dated.isSortable()) {
      throw new IllegalStateException("neither narrowed nor sorted by: " + dated.name());
    }
    return sortedBy("-" + dated.name());
  }

  /** Rows may come in a file; for what has one key, and no personal data. */
  public Resource importable() {
    access.importable = true;
    return this;
  }

  /** Set when a row is made. */
  public Resource createdAt(TableField<?, Instant> field) {
    createdAt = field;
    return this;
  }

  /** Shop staff see the rows of their shops. */
  public Resource ofShop(Field<UUID> store) {
    return ofShops(store::in);
  }

  /**
   * Shop staff see these rows.
   *
   * @param condition those that belong to the shops
   */
  public Resource ofShops(Function<Set<UUID>, Condition> condition) {
    access.ofShops = condition;
    return this;
  }

  /** Shop staff see all of it. */
  public Resource ofEveryShop() {
    return ofShops(shops -> DSL.trueCondition());
  }

  String name() {
    return table.getName();
  }

  Label label() {
    return label;
  }

  Table<?> table() {
    return table;
  }

  List<Column> columns() {
    return columns;
  }

  List<Inline> inlines() {
    return inlines;
  }

  List<Searched> searched() {
    return searched;
  }

  Column title() {
    return title;
  }

  /** Backwards along the key, unless it was declared. */
  String sort() {
    return sort == null
        ? key().stream().map(column -> "-" + column.name()).collect(Collectors.joining(","))
        : sort;
  }

  /** Null where rows are not edited. */
  TableField<?, Integer> version() {
    return version;
  }

  /** The column that holds where a row stands; null where they have no order of their own. */
  Column order() {
    return order;
  }

  /** The instant that the list is gone into by; null where there is none. */
  Column dated() {
    return dated;
  }

  /** Null where rows are not made here, or do not say when. */
  TableField<?, Instant> createdAt() {
    return createdAt;
  }

  /** In the order in which they stand in an id. */
  List<Column> key() {
    return table.getPrimaryKey().getFields().stream().map(this::columnOf).toList();
  }

  Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  private Column columnOf(Field<?> field) {
    return columns.stream()
        .filter(column -> column.field().equals(field))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name() + " has no column " + field));
  }

  boolean hasPersonalData() {
    return columns.stream().anyMatch(Column::isPersonal);
  }

  /** Who may do what with its rows. */
  Access access() {
    return access;
  }

  boolean isRevealedTo(StaffMember member) {
    return hasPersonalData() && Access.reaches(member, Permission.PERSONAL_DATA);
  }

  /** As somebody may use it. */
  ResourceView viewFor(StaffMember member) {
    return new ResourceView(
        name(),
        label,
        group,
        title.name(),
        !searched.isEmpty(),
        sort(),
        access.isOrderedBy(member) ? order.name() : null,
        dated == null ? null : dated.name(),
        ResourceView.Rights.of(this, member),
        tabs,
        columns.stream().map(Column::view).toList(),
        inlines.stream().map(Inline::view).toList(),
        related);
  }
}
