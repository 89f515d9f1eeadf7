package com.ojeomneo.admin.resource;

import com.ojeomneo.admin.resource.RowOrder.Seen;
import com.ojeomneo.admin.resource.Writes.Writer;
import com.ojeomneo.admin.session.CurrentStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** The order of the rows of a resource, as one. */
@Path("/api/resources/{resource}/order")
@RunOnVirtualThread
class OrderEndpoint {
  private final Resources resources;
  private final OrderWrites writes;
  private final CurrentStaff current;

  OrderEndpoint(Resources resources, OrderWrites writes, CurrentStaff current) {
    this.resources = resources;
    this.writes = writes;
    this.current = current;
  }

  /** With the versions that the rows have now: what is needed to put them back. */
  @PUT
  public RowOrder order(@PathParam("resource") String name, @NotNull @Valid RowOrder wanted) {
    var writer = new Writer(current.member(), current.author());
    List<Row> ordered = writes.run(writer, resources.require(name), wanted);
    return new RowOrder(ordered.stream().map(row -> new Seen(row.id(), row.version())).toList());
  }
}
