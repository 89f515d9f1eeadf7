package com.ojeomneo.admin.session;

import com.ojeomneo.admin.staff.StaffMember;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;

/** Whose request it is; the filter has let nobody else in. */
@RequestScoped
public class CurrentStaff {
  private final RoutingContext request;

  CurrentStaff(RoutingContext request) {
    this.request = request;
  }

  public StaffMember member() {
    return session().member();
  }

  StaffSession session() {
    return SessionFilter.sessionOf(request);
  }
}
