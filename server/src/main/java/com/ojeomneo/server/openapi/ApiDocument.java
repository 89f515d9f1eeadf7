package com.ojeomneo.server.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import com.ojeomneo.platform.openapi.CommonParts;
import com.ojeomneo.platform.security.Public;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** Runs at build time: every operation needs a token unless it is {@link Public}. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDocument implements OASFilter {
  private static final String BEARER = "bearer";

  private final Rules rules;
  private final CommonParts common;
  private final Korean korean = new Korean();

  public ApiDocument(IndexView index) {
    this.rules = new Rules(index);
    this.common = new CommonParts(index);
  }

  @Override
  public Operation filterOperation(Operation operation) {
    if (rules.isOpen(operation)) {
      operation.setSecurity(List.of());
    }
    if (rules.isTagged(operation) && !operation.getResponses().hasAPIResponse("304")) {
      operation
          .getResponses()
          .addAPIResponse("304", createAPIResponse().description("As the ETag says"));
    }
    korean.addTo(operation);
    common.refusals().describe(operation, rules.refusals(operation));
    if (!operation.getResponses().hasAPIResponse("403")) {
      operation
          .getResponses()
          .addAPIResponse(
              "403", createAPIResponse().description("An Origin that is not let through"));
    }
    common.addTo(operation);
    return operation;
  }

  @Override
  public Parameter filterParameter(Parameter parameter) {
    common.addTo(parameter);
    return parameter;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    common.addTo(
        api,
        "오점너 · Ojeomneo",
        """
        점심을 고르고, 결제하고, 준비되는 것을 지켜봅니다. \
        Lunch, chosen, paid and watched until it is ready.

        `POST /auth/login` 또는 `/auth/guest`로 받은 accessToken을 Authorize에 넣으세요. \
        Log in, then put the accessToken under Authorize.""");
    common.refusals().addTo(api.getComponents());
    new Examples(api).addTo(api);
    api.setSecurity(List.of(createSecurityRequirement().addScheme(BEARER)));
    api.getComponents()
        .addSecurityScheme(
            BEARER,
            createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT"));
  }
}
