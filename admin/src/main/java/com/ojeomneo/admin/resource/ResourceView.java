package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.staff.StaffMember;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the pages know of a resource, as one person may use it.
 *
 * @param title the column that a row is called by
 * @param orderedBy the column that holds where a row stands; null for whoever may not move them
 * @param dated the column that the list is gone into by, as years, months and days
 * @param related lists of other resources beside a row
 */
@Schema(name = "Resource")
record ResourceView(
    String name,
    Label label,
    Resource.Group group,
    String title,
    boolean searchable,
    String defaultSort,
    @Nullable String orderedBy,
    @Nullable String dated,
    Rights can,
    List<Tab> tabs,
    List<Column.ColumnView> columns,
    List<Inline.InlineView> inlines,
    List<Related> related) {

  /**
   * @param importRows whether rows may come in a file
   */
  record Rights(
      boolean create, boolean update, boolean delete, boolean reveal, boolean importRows) {
    static Rights of(Resource resource, StaffMember member) {
      return new Rights(
          resource.access().isCreatableBy(member),
          resource.access().isEditableBy(member),
          resource.access().isDeletableBy(member),
          resource.isRevealedTo(member),
          resource.access().isImportableBy(member));
    }
  }

  /** A page of the form. */
  record Tab(String name, Label label) {}

  /** The rows of another resource that name a row of this one. */
  record Related(String resource, String column, Label label) {}
}
