package com.ojeomneo.platform.http;

import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.Problem;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/**
 * Plain text becomes no record: the framework would call the constructor of one that holds a single
 * text with whatever was sent.
 */
@Provider
class RecordsAreJson implements ReaderInterceptor {
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (context.getType().isRecord() && "text".equals(context.getMediaType().getType())) {
      throw Problem.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
    }
    return context.proceed();
  }
}
