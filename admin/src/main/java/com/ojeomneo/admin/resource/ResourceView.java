package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.staff.StaffMember;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the pages know of a resource, as one person may use it.
 *
 * @param title the column that a row is called by
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
          resource.isCreatableBy(member),
          resource.isEditableBy(member),
          resource.isDeletableBy(member),
          resource.isRevealedTo(member),
          resource.isImportableBy(member));
    }
  }

  /** A page of the form. */
  record Tab(String name, Label label) {}

  /** The rows of another resource that name a row of this one. */
  record Related(String resource, String column, Label label) {}
}
