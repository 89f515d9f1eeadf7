package com.ojeomneo.server.openapi;

import com.ojeomneo.platform.idempotency.IdempotencyKeyRequired;
import com.ojeomneo.platform.idempotency.IdempotentRequests;
import com.ojeomneo.platform.problem.CommonProblem;
import com.ojeomneo.platform.problem.ProblemCode;
import com.ojeomneo.platform.security.Public;
import com.ojeomneo.user.UserProblem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * What an operation answers without saying so, since a filter, the framework or what it is made of
 * does. Operation ids are {@code Resource_method}: {@code operation-id-strategy} in the settings.
 */
final class Rules {
  private static final DotName OWN_PAGES_ONLY =
      DotName.createSimple("com.ojeomneo.server.auth.OwnPagesOnly");

  private final Set<String> open;
  private final Set<String> ownPagesOnly;
  private final Set<String> keyed;
  private final Set<String> reads;
  private final Set<String> tagged;

  Rules(IndexView index) {
    this.open = marked(index, Public.class);
    this.keyed = marked(index, IdempotencyKeyRequired.class);
    this.ownPagesOnly = ids(index, OWN_PAGES_ONLY);
    this.reads = marked(index, GET.class);
    this.tagged =
        index.getAnnotations(GET.class).stream()
            .map(each -> each.target().asMethod())
            .filter(Rules::answersByHand)
            .map(Rules::id)
            .collect(Collectors.toSet());
  }

  boolean isOpen(Operation operation) {
    return holds(open, operation);
  }

  /** What is public and answers by hand does so for its ETag. */
  boolean isTagged(Operation operation) {
    return isOpen(operation) && holds(tagged, operation);
  }

  List<ProblemCode> refusals(Operation operation) {
    var codes = new ArrayList<ProblemCode>();
    List<Parameter> parameters =
        operation.getParameters() == null ? List.of() : operation.getParameters();
    boolean body = operation.getRequestBody() != null;
    // Always: no address may hold a null character.
    codes.add(CommonProblem.VALIDATION_FAILED);
    if (holds(keyed, operation)) {
      codes.add(CommonProblem.IDEMPOTENCY_KEY_REQUIRED);
    }
    if (!isOpen(operation)) {
      codes.add(CommonProblem.UNAUTHENTICATED);
    }
    if (!isOpen(operation) || holds(reads, operation)) {
      codes.add(CommonProblem.TOKEN_INVALID);
      codes.add(CommonProblem.TOKEN_EXPIRED);
      codes.add(CommonProblem.TOKEN_REVOKED);
    }
    if (!isOpen(operation) && !holds(reads, operation)) {
      codes.add(CommonProblem.VIEW_ONLY);
    }
    if (holds(ownPagesOnly, operation)) {
      codes.add(UserProblem.ORIGIN_REFUSED);
    }
    if (parameters.stream().anyMatch(each -> each.getIn() == Parameter.In.PATH)) {
      codes.add(CommonProblem.NOT_FOUND);
    }
    codes.add(CommonProblem.NOT_ACCEPTABLE);
    // Also of who sends a body where none is wanted.
    if (!holds(reads, operation)) {
      codes.add(CommonProblem.BODY_TOO_LARGE);
    }
    if (body) {
      codes.add(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
    }
    // Refreshing has its own way with the key: it is nobody's yet.
    if (!isOpen(operation)
        && parameters.stream().anyMatch(each -> IdempotentRequests.HEADER.equals(each.getName()))) {
      codes.add(CommonProblem.IDEMPOTENCY_KEY_IN_USE);
      codes.add(CommonProblem.IDEMPOTENCY_KEY_REUSED);
    }
    codes.add(CommonProblem.TOO_MANY_REQUESTS);
    codes.add(CommonProblem.UNAVAILABLE);
    return codes;
  }

  private static boolean holds(Set<String> ids, Operation operation) {
    String id = operation.getOperationId();
    return ids.contains(id) || ids.contains(id.substring(0, id.indexOf('_')));
  }

  private static Set<String> marked(IndexView index, Class<? extends Annotation> mark) {
    return ids(index, DotName.createSimple(mark));
  }

  private static Set<String> ids(IndexView index, DotName mark) {
    return index.getAnnotations(mark).stream()
        .map(AnnotationInstance::target)
        .map(Rules::id)
        .collect(Collectors.toSet());
  }

  private static boolean answersByHand(MethodInfo method) {
    return method.returnType().toString().contains(Response.class.getName());
  }

  private static String id(AnnotationTarget target) {
    return target.kind() == AnnotationTarget.Kind.CLASS
        ? target.asClass().simpleName()
        : id(target.asMethod());
  }

  private static String id(MethodInfo method) {
    return method.declaringClass().simpleName() + "_" + method.name();
  }
}
