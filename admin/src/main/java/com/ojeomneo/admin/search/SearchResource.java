package com.ojeomneo.admin.search;

import com.ojeomneo.admin.resource.Found;
import com.ojeomneo.admin.resource.RecordSearch;
import com.ojeomneo.admin.session.CurrentStaff;
import com.ojeomneo.platform.database.Database;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Records of every kind that a text may mean. */
@Path("/api/search")
@RunOnVirtualThread
class SearchResource {
  private final Database database;
  private final RecordSearch search;
  private final CurrentStaff current;

  SearchResource(Database database, RecordSearch search, CurrentStaff current) {
    this.database = database;
    this.search = search;
    this.current = current;
  }

  /** The best of each resource beside one another, a few of each. */
  record Findings(List<Found> items) {}

  @GET
  public Findings search(@QueryParam("q") String text) {
    return new Findings(search.find(database.sql(), current.member(), text));
  }
}
