package com.ojeomneo.admin.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import com.ojeomneo.platform.openapi.CommonParts;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** Says what {@code SessionFilter} does: a session for everything, and its token for writes. */
public final class ApiDocument implements OASFilter {
  private static final String SESSION = "session";
  private static final String CSRF_TOKEN = "csrfToken";
  private static final List<String> OPEN =
      List.of("/api/session", "/api/session/reset", "/api/session/link", "/api/session/password");

  private final CommonParts common;

  public ApiDocument(IndexView index) {
    this.common = new CommonParts(index);
  }

  @Override
  public Operation filterOperation(Operation operation) {
    common.addTo(operation);
    return operation;
  }

  @Override
  public Parameter filterParameter(Parameter parameter) {
    common.addTo(parameter);
    return parameter;
  }

  /** Bytes are no text: what is sent as it is has no schema (OpenAPI 3.1). */
  @Override
  public RequestBody filterRequestBody(RequestBody body) {
    body.getContent().getMediaTypes().values().stream()
        .filter(media -> media.getSchema() != null)
        .filter(media -> "binary".equals(media.getSchema().getFormat()))
        .forEach(media -> media.setSchema(null));
    return body;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    common.addTo(
        api,
        "오점너 운영 · Ojeomneo back office",
        "운영 화면이 쓰는 API입니다. What its own pages ask, and nobody else.");
    // With a refusal to write over somebody's change: the row as it is now.
    Schema problem = api.getComponents().getSchemas().get(CommonParts.PROBLEM);
    problem.addProperty("current", createSchema().ref("Row"));
    // The pages make problems of their own, with codes of their own and less in them.
    problem.addProperty("code", createSchema().addType(Schema.SchemaType.STRING));
    problem.setRequired(null);
    problem.getProperties().get("errors").getItems().setRequired(null);
    secure(api);
  }

  private static void secure(OpenAPI api) {
    api.getComponents()
        .addSecurityScheme(
            SESSION,
            createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("__Host-ojeomneo-admin")
                .description("Without __Host- where it is not served over TLS"))
        .addSecurityScheme(
            CSRF_TOKEN,
            createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-CSRF-Token"));
    SecurityRequirement reads = createSecurityRequirement().addScheme(SESSION);
    SecurityRequirement writes =
        createSecurityRequirement().addScheme(SESSION).addScheme(CSRF_TOKEN);
    api.setSecurity(List.of(reads));
    api.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().entrySet().stream())
        .filter(operation -> operation.getKey() != HttpMethod.GET)
        .forEach(operation -> operation.getValue().setSecurity(List.of(writes)));
    OPEN.forEach(path -> api.getPaths().getPathItem(path).getPOST().setSecurity(List.of()));
  }
}
