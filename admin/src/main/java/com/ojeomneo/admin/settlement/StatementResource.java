package com.ojeomneo.admin.settlement;

import static com.ojeomneo.schema.jooq.enums.AuditAction.EXPORT;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ojeomneo.admin.audit.AuditLog;
import com.ojeomneo.admin.audit.Deed;
import com.ojeomneo.admin.resource.Download;
import com.ojeomneo.admin.resource.ExportFormat;
import com.ojeomneo.admin.resource.ExportResponse;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.admin.staff.Reach;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.platform.http.Languages;
import com.ojeomneo.platform.http.PathId;
import com.ojeomneo.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What shops took by the day. Sums of amounts that whoever may see payments sees one by one. */
@Path("/api/settlement")
@RunOnVirtualThread
class StatementResource {
  private final Database database;
  private final CurrentStaff current;
  private final AuditLog audit;
  private final Clock clock;

  StatementResource(Database database, CurrentStaff current, AuditLog audit, Clock clock) {
    this.database = database;
    this.current = current;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param store null for every shop within reach
   * @param from of Seoul; null is the first of the month
   * @param to of Seoul, included, not to come; null is today
   */
  @GET
  public Statement show(
      @QueryParam("store") String store,
      @QueryParam("from") String from,
      @QueryParam("to") String to) {
    return statement(store, Period.of(from, to, clock.instant()));
  }

  @GET
  @Path("export")
  @ExportResponse
  public Response export(
      @QueryParam("store") String store,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("format") String named,
      @Context RoutingContext request) {
    ExportFormat format = ExportFormat.of(named);
    boolean english = Languages.of(request).equals(Locale.ENGLISH);
    Period period = Period.of(from, to, clock.instant());
    List<ObjectNode> rows = StatementFile.rows(statement(store, period), english);
    ObjectNode what =
        JsonNodeFactory.instance
            .objectNode()
            .put("from", period.from().toString())
            .put("to", period.to().toString())
            .put("store", store)
            .put("format", format.suffix());
    database.transact(
        tx ->
            audit.record(
                tx,
                current.author(),
                new Deed(EXPORT, StatementFile.NAME, null, null, what, null)));
    String file = "%s-%s-%s".formatted(StatementFile.NAME, period.from(), period.to());
    return Download.of(
            file, format, request, out -> StatementFile.FILE.write(rows, format, english, out))
        .build();
  }

  private Statement statement(String store, Period period) {
    Reach reach = current.member().require(Permission.VIEW);
    Reach wanted = store == null ? reach : one(reach, store);
    return database.transaction(
        tx -> {
          tx.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
          return Statements.of(tx, reach, wanted, period);
        });
  }

  private static Reach one(Reach reach, String store) {
    var shop = PathId.of(store);
    if (!reach.includes(shop)) {
      throw Problem.notFound();
    }
    return new Reach.Shops(Set.of(shop));
  }
}
