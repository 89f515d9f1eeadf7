package com.ojeomneo.platform.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createExample;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import com.ojeomneo.platform.problem.Problem;
import com.ojeomneo.platform.problem.ProblemBody;
import com.ojeomneo.platform.problem.ProblemCode;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/**
 * Every {@link ProblemCode} that there is, and how an operation's answers name those that it may
 * give: what {@code @APIResponse} describes in words ("EMAIL_TAKEN"), and what holds by rule.
 */
public final class Refusals {
  private static final Pattern WORD = Pattern.compile("[A-Z][A-Z_]{3,}");
  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

  private final SortedMap<String, ProblemCode> known;

  /** Answers that several operations give word for word, by name. */
  private final SortedMap<String, APIResponse> shared = new TreeMap<>();

  Refusals(IndexView index) {
    this.known =
        index.getAllKnownImplementations(ProblemCode.class).stream()
            .filter(ClassInfo::isEnum)
            .map(ClassInfo::name)
            .distinct()
            .flatMap(name -> constants(name.toString()))
            .collect(
                Collectors.toMap(ProblemCode::name, code -> code, (same, _) -> same, TreeMap::new));
  }

  Collection<String> codes() {
    return known.keySet();
  }

  /** Lists each status that refuses, with its codes: those its own words name and those by rule. */
  public void describe(Operation operation, Collection<? extends ProblemCode> byRule) {
    Map<Integer, Set<ProblemCode>> answers = new TreeMap<>();
    operation
        .getResponses()
        .getAPIResponses()
        .forEach((status, answer) -> named(status, answer).forEach(code -> add(answers, code)));
    byRule.forEach(code -> add(answers, code));
    answers.forEach((status, codes) -> describe(operation, String.valueOf(status), codes));
  }

  /**
   * What {@link #describe} refers to: answers that hold by rule alone, and each refusal as it reads
   * in Korean and in English.
   */
  public void addTo(Components components) {
    shared.forEach(components::addResponse);
    known
        .values()
        .forEach(
            code ->
                Stream.of(Locale.KOREAN, Locale.ENGLISH)
                    .forEach(
                        language ->
                            components.addExample(
                                name(code, language),
                                createExample().value(example(code, language)))));
  }

  private Stream<ProblemCode> named(String status, APIResponse answer) {
    return answer.getDescription() == null
        ? Stream.empty()
        : WORD.matcher(answer.getDescription())
            .results()
            .map(word -> known.get(word.group()))
            .filter(code -> code != null && status.equals(String.valueOf(code.status())));
  }

  private static void add(Map<Integer, Set<ProblemCode>> answers, ProblemCode code) {
    answers.computeIfAbsent(code.status(), _ -> new LinkedHashSet<>()).add(code);
  }

  private void describe(Operation operation, String status, Set<ProblemCode> codes) {
    APIResponse answer = operation.getResponses().getAPIResponse(status);
    if (answer == null) {
      String name = codes.stream().map(ProblemCode::name).collect(Collectors.joining("."));
      shared.computeIfAbsent(name, _ -> complete(createAPIResponse(), status, codes));
      operation.getResponses().addAPIResponse(status, createAPIResponse().ref(name));
    } else {
      complete(answer, status, codes);
    }
  }

  private static APIResponse complete(APIResponse answer, String status, Set<ProblemCode> codes) {
    String said = answer.getDescription();
    String more =
        codes.stream()
            .map(ProblemCode::name)
            .filter(name -> said == null || !said.contains(name))
            .collect(Collectors.joining(", "));
    answer.setDescription(said == null ? more : more.isEmpty() ? said : said + " · " + more);
    answer.setContent(createContent().addMediaType(ProblemBody.MEDIA_TYPE, oneOf(codes)));
    if (status.equals("429") || status.equals("503")) {
      answer.addHeader(
          HttpHeaders.RETRY_AFTER,
          createHeader().description("seconds").schema(createSchema().addType(SchemaType.INTEGER)));
    }
    return answer;
  }

  private static MediaType oneOf(Set<ProblemCode> codes) {
    List<Object> names = codes.stream().<Object>map(ProblemCode::name).toList();
    MediaType media =
        createMediaType()
            .schema(
                createSchema()
                    .addAllOf(createSchema().ref(CommonParts.PROBLEM))
                    .addAllOf(
                        createSchema()
                            .addType(SchemaType.OBJECT)
                            .addProperty(
                                "code",
                                createSchema().addType(SchemaType.STRING).enumeration(names))));
    for (ProblemCode code : codes) {
      for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
        String name = name(code, language);
        media.addExample(name, createExample().ref(name));
      }
    }
    return media;
  }

  private static String name(ProblemCode code, Locale language) {
    return code.name() + "." + language.getLanguage();
  }

  private static Map<String, Object> example(ProblemCode code, Locale language) {
    ProblemBody body = ProblemBody.of(Problem.of(code), language, "/ojeomneo/v1/…", TRACE_ID);
    var members = new LinkedHashMap<String, Object>();
    members.put("type", body.type());
    members.put("title", body.title());
    members.put("status", body.status());
    members.put("detail", body.detail());
    members.put("instance", body.instance());
    members.put("code", body.code());
    members.put("traceId", body.traceId());
    return members;
  }

  private static Stream<ProblemCode> constants(String type) {
    try {
      return Arrays.stream(
              Class.forName(type, true, Refusals.class.getClassLoader()).getEnumConstants())
          .map(ProblemCode.class::cast);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
