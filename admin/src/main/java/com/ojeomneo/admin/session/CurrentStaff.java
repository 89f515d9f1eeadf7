package com.ojeomneo.admin.session;

import com.ojeomneo.admin.audit.Author;
import com.ojeomneo.admin.staff.StaffMember;
import com.ojeomneo.platform.http.ClientAddress;
import com.ojeomneo.platform.http.TraceId;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;

/** Whose request it is; the filter has let nobody else in. */
@RequestScoped
public class CurrentStaff {
  private final RoutingContext request;
  private final ClientAddress addresses;

  CurrentStaff(RoutingContext request, ClientAddress addresses) {
    this.request = request;
    this.addresses = addresses;
  }

  /** For the log of what they do. */
  public Author author() {
    return new Author(member().id(), addresses.of(request), TraceId.of(request));
  }

  public StaffMember member() {
    return session().member();
  }

  /** For what goes on after this request is answered: see {@link OpenSessions}. */
  public SignedIn signedIn() {
    return new SignedIn(session().cookieHash(), member());
  }

  StaffSession session() {
    return SessionFilter.sessionOf(request);
  }
}
