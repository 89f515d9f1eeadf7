package com.ojeomneo.order.broken;

import jakarta.ws.rs.core.Response;

/** Breaks, for ArchitectureTest: the domain answers HTTP. */
public class OrderThatKnowsHttp {
  public Response forbidden() {
    return Response.ok().build();
  }
}
