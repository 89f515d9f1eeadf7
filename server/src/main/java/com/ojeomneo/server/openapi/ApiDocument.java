package com.ojeomneo.server.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createInfo;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;
import static org.eclipse.microprofile.openapi.OASFactory.createServer;

import com.ojeomneo.platform.http.Page;
import com.ojeomneo.platform.problem.ProblemBody;
import com.ojeomneo.platform.security.Public;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;

/** Runs at build time: every operation needs a token unless it is {@link Public}. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDocument implements OASFilter {
  private static final String BEARER = "bearer";
  private static final String PROBLEM = "Problem";

  /** Operation ids are {@code Resource_method}: {@code operation-id-strategy} in the settings. */
  private final Set<String> open;

  private final Shapes shapes;

  public ApiDocument(IndexView index) {
    this.open =
        index.getAnnotations(Public.class).stream()
            .map(annotation -> id(annotation.target()))
            .collect(Collectors.toSet());
    this.shapes = new Shapes(index);
  }

  @Override
  public Operation filterOperation(Operation operation) {
    String id = operation.getOperationId();
    if (open.contains(id) || open.contains(id.substring(0, id.indexOf('_')))) {
      operation.setSecurity(List.of());
    }
    Schema problem = createSchema().ref(PROBLEM);
    operation
        .getResponses()
        .addAPIResponse(
            "default",
            createAPIResponse()
                .description("A problem (RFC 9457)")
                .content(
                    createContent()
                        .addMediaType(ProblemBody.MEDIA_TYPE, createMediaType().schema(problem))));
    return operation;
  }

  /** It is read as text, so that a wrong one is a 400 like any other wrong parameter. */
  @Override
  public Parameter filterParameter(Parameter parameter) {
    if ("limit".equals(parameter.getName())) {
      parameter.setSchema(
          createSchema()
              .addType(SchemaType.INTEGER)
              .minimum(BigDecimal.ONE)
              .maximum(BigDecimal.valueOf(Page.MAX_LIMIT))
              .defaultValue(Page.DEFAULT_LIMIT));
    }
    return parameter;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.setInfo(
        createInfo()
            .title("오점너 · Ojeomneo")
            .version("1.0.0")
            .description(
                """
                점심을 고르고, 결제하고, 준비되는 것을 지켜봅니다. \
                Lunch, chosen, paid and watched until it is ready.

                `POST /auth/login` 또는 `/auth/guest`로 받은 accessToken을 Authorize에 넣으세요. \
                Log in, then put the accessToken under Authorize."""));
    api.setServers(List.of(createServer().url("/")));
    api.setSecurity(List.of(createSecurityRequirement().addScheme(BEARER)));
    if (api.getComponents() == null) {
      api.setComponents(createComponents());
    }
    api.getComponents()
        .addSchema(PROBLEM, problem())
        .addSecurityScheme(
            BEARER,
            createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT"));
    shapes.complete(api);
  }

  private static String id(AnnotationTarget target) {
    return target.kind() == AnnotationTarget.Kind.CLASS
        ? target.asClass().simpleName()
        : target.asMethod().declaringClass().simpleName() + "_" + target.asMethod().name();
  }

  private static Schema problem() {
    Schema text = createSchema().addType(SchemaType.STRING);
    Schema error =
        createSchema()
            .addType(SchemaType.OBJECT)
            .addProperty("field", text)
            .addProperty("message", text);
    return createSchema()
        .addType(SchemaType.OBJECT)
        .description("`code` is stable; the texts are Korean, or English on Accept-Language: en")
        .addProperty("type", text)
        .addProperty("title", text)
        .addProperty("status", createSchema().addType(SchemaType.INTEGER))
        .addProperty("detail", text)
        .addProperty("instance", text)
        .addProperty("code", text)
        .addProperty("traceId", text)
        .addProperty("errors", createSchema().addType(SchemaType.ARRAY).items(error));
  }
}
