package com.ojeomneo.admin.resource;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * One column of a resource: how it is called, typed, shown, narrowed by and written. Until it says
 * more it is shown in lists and cannot be written, sorted or narrowed by. Declared once, at start,
 * and not changed afterwards.
 */
public final class Column {
  private final ColumnType type;
  private final Field<?> field;
  private String name;
  private final Label label;
  private Label help;
  private String tab;
  private boolean required;
  private boolean creatable;
  private boolean editable;
  private boolean listed = true;
  private boolean sortable;
  private FilterKind filter;
  private List<Choice> choices = List.of();
  private boolean namesResources;
  private String reference;
  private Long min;
  private Long max;
  private Mask mask;
  private boolean offInCopies;

  private Column(ColumnType type, Field<?> field, Label label) {
    this.type = type;
    this.field = field;
    this.name = camelCase(field.getName());
    this.label = label;
  }

  /** Its name in JSON is that of the field, in camel case, unless it is given another. */
  public static Column of(ColumnType type, Field<?> field, String ko, String en) {
    return new Column(type, field, new Label(ko, en));
  }

  /** The version of a row: in no form, but in a file that may come back. */
  static Column versionOf(Resource resource) {
    return of(ColumnType.INTEGER, resource.version(), "버전", "Version").named("version");
  }

  /** Where the field's own is that of something which every row has, such as its version. */
  public Column named(String name) {
    this.name = name;
    return this;
  }

  /** May be written at creation and ever after. */
  public Column editable() {
    creatable = true;
    editable = true;
    return this;
  }

  /** May be written at creation only. */
  public Column creatable() {
    creatable = true;
    return this;
  }

  public Column required() {
    required = true;
    return this;
  }

  /** Smallest and largest number; or shortest and longest text, in code points. */
  public Column between(long min, long max) {
    this.min = min;
    this.max = max;
    return this;
  }

  /** Not in lists until somebody chooses it. */
  public Column unlisted() {
    listed = false;
    return this;
  }

  /** Only with an index behind it, where the table grows for ever. */
  public Column sortable() {
    sortable = true;
    return this;
  }

  /** Lists can be narrowed by it, in the way of its type. */
  public Column filter() {
    filter =
        switch (type) {
          case CHOICE, CHOICES -> FilterKind.CHOICE;
          case BOOLEAN -> FilterKind.BOOLEAN;
          case INTEGER, MONEY, INSTANT, DATE, TIME -> FilterKind.RANGE;
          case REFERENCE -> FilterKind.REFERENCE;
          case ID, TEXT, LONG_TEXT, IMAGE, IMAGE_URL, TAGS -> FilterKind.TEXT;
          case JSON -> throw new IllegalStateException("no filter for JSON: " + name);
        };
    return this;
  }

  public Column choices(List<Choice> choices) {
    this.choices = List.copyOf(choices);
    return this;
  }

  /** Its choices are all resources there are, by their names. */
  public Column ofResources() {
    namesResources = true;
    return this;
  }

  boolean namesResources() {
    return namesResources;
  }

  /** The resource whose rows a {@link ColumnType#REFERENCE} names. */
  public Column to(String resource) {
    this.reference = resource;
    return this;
  }

  /** A person's data: shown like this to whoever has not given a reason to see more. */
  public Column masked(Mask mask) {
    this.mask = mask;
    return this;
  }

  /** A copy of a row starts without it, such as on sale. */
  public Column offInCopies() {
    offInCopies = true;
    return this;
  }

  public Column help(String ko, String en) {
    this.help = new Label(ko, en);
    return this;
  }

  Column on(String tab) {
    this.tab = tab;
    return this;
  }

  ColumnType type() {
    return type;
  }

  Field<?> field() {
    return field;
  }

  String name() {
    return name;
  }

  Label label() {
    return label;
  }

  boolean isRequired() {
    return required;
  }

  boolean isCreatable() {
    return creatable;
  }

  boolean isEditable() {
    return editable;
  }

  boolean isSortable() {
    return sortable;
  }

  /** Whether many rows may be given one value; words and times are of one row. */
  boolean isBulk() {
    return editable
        && mask == null
        && switch (type) {
          case BOOLEAN, CHOICE, REFERENCE, INTEGER, MONEY -> true;
          default -> false;
        };
  }

  FilterKind filterKind() {
    return filter;
  }

  List<Choice> choices() {
    return choices;
  }

  String reference() {
    return reference;
  }

  Long min() {
    return min;
  }

  Long max() {
    return max;
  }

  Mask mask() {
    return mask;
  }

  boolean isPersonal() {
    return mask != null;
  }

  ColumnView view() {
    return new ColumnView(
        name,
        label,
        help,
        type,
        tab,
        required,
        creatable,
        editable,
        listed,
        sortable,
        filter,
        choices.isEmpty() ? null : choices,
        reference,
        min,
        max,
        isPersonal(),
        isBulk(),
        offInCopies);
  }

  /** What the pages know of a column. */
  @Schema(name = "Column")
  record ColumnView(
      String name,
      Label label,
      @Nullable Label help,
      ColumnType type,
      @Nullable String tab,
      boolean required,
      boolean creatable,
      boolean editable,
      boolean listed,
      boolean sortable,
      @Nullable FilterKind filter,
      @Nullable List<Choice> choices,
      @Nullable String reference,
      @Nullable Long min,
      @Nullable Long max,
      boolean personal,
      boolean bulk,
      boolean offInCopies) {}

  private static String camelCase(String name) {
    var camel = new StringBuilder();
    for (String part : name.split("_")) {
      camel.append(
          camel.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    return camel.toString();
  }
}
