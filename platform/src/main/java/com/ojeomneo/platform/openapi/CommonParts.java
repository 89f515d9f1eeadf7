package com.ojeomneo.platform.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createInfo;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createServer;

import com.ojeomneo.platform.http.Page;
import com.ojeomneo.platform.problem.ProblemBody;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;

/** What an app's filter of its document ({@code OASFilter}) adds, whichever app it is. */
public final class CommonParts {
  /** The schema of every refusal. */
  public static final String PROBLEM = "Problem";

  private final Shapes shapes;
  private final Refusals refusals;

  public CommonParts(IndexView index) {
    this.shapes = new Shapes(index);
    this.refusals = new Refusals(index);
  }

  /** What an operation may refuse, by name. */
  public Refusals refusals() {
    return refusals;
  }

  /** Every operation may be refused. */
  public void addTo(Operation operation) {
    operation.getResponses().addAPIResponse("default", createAPIResponse().ref(PROBLEM));
  }

  /** It is read as text, so that a wrong one is a 400 like any other wrong parameter. */
  public void addTo(Parameter parameter) {
    if ("limit".equals(parameter.getName())) {
      parameter.setSchema(
          createSchema()
              .addType(SchemaType.INTEGER)
              .minimum(BigDecimal.ONE)
              .maximum(BigDecimal.valueOf(Page.MAX_LIMIT))
              .defaultValue(Page.DEFAULT_LIMIT));
    }
  }

  /**
   * Once every schema is there: what it always has is said here.
   *
   * @throws IllegalStateException when it is not clear which record a schema was made of
   */
  public void addTo(OpenAPI api, String title, String description) {
    api.setInfo(createInfo().title(title).version("1.0.0").description(description));
    api.setServers(List.of(createServer().url("/")));
    if (api.getComponents() == null) {
      api.setComponents(createComponents());
    }
    api.getComponents().addSchema(PROBLEM, problem(refusals.codes()));
    api.getComponents()
        .addResponse(
            PROBLEM,
            createAPIResponse()
                .description("A problem (RFC 9457)")
                .content(
                    createContent()
                        .addMediaType(
                            ProblemBody.MEDIA_TYPE,
                            createMediaType().schema(createSchema().ref(PROBLEM)))));
    shapes.complete(api);
  }

  private static Schema problem(Collection<String> codes) {
    Schema text = createSchema().addType(SchemaType.STRING);
    Schema error =
        createSchema()
            .addType(SchemaType.OBJECT)
            .addProperty("field", text)
            .addProperty("message", text)
            .required(List.of("field", "message"));
    return createSchema()
        .addType(SchemaType.OBJECT)
        .description("`code` is stable; the texts are Korean, or English on Accept-Language: en")
        .addProperty("type", text)
        .addProperty("title", text)
        .addProperty("status", createSchema().addType(SchemaType.INTEGER))
        .addProperty("detail", text)
        .addProperty("instance", text)
        .addProperty(
            "code", createSchema().addType(SchemaType.STRING).enumeration(List.copyOf(codes)))
        .addProperty("traceId", text)
        .addProperty("errors", createSchema().addType(SchemaType.ARRAY).items(error))
        .required(List.of("type", "title", "status", "detail", "instance", "code", "traceId"));
  }
}
