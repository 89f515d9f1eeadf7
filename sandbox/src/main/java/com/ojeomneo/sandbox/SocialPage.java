package com.ojeomneo.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page on which a person says who they are. It works without JavaScript. */
final class SocialPage {
  private final SocialProvider provider;
  private final Issuer issuer;

  SocialPage(SocialProvider provider, Issuer issuer) {
    this.provider = provider;
    this.issuer = issuer;
  }

  void open(Call call) throws IOException {
    var wrong = new ArrayList<String>();
    SocialRequest.from(call.query(), wrong);
    Page page = Page.inLanguageOf(call);
    if (!wrong.isEmpty()) {
      malformed(call, page, wrong);
      return;
    }
    String title = page.text("social_" + provider.path);
    CheckoutResource.show(call, 200, page.render("social", Map.of("socialTitle", title)));
  }

  void decide(Call call) throws IOException {
    var wrong = new ArrayList<String>();
    SocialRequest request = SocialRequest.from(call.query(), wrong);
    Map<String, String> form = call.form();
    String email = form.getOrDefault("email", "").strip();
    boolean approved = form.getOrDefault("decision", "").equals("approve");
    if (approved && !email.matches("[^@\\s]{1,64}@[^@\\s]{1,190}")) {
      wrong.add("email");
    }
    if (!wrong.isEmpty()) {
      malformed(call, Page.inLanguageOf(call), wrong);
      return;
    }
    var back = new ReturnUrl(request.redirectUri());
    if (approved) {
      var person =
          new Issuer.Person(
              email, form.getOrDefault("name", "").strip(), form.containsKey("verified"));
      back.with("code", issuer.code(request, person));
    } else {
      back.with("error", "access_denied");
    }
    CheckoutResource.seeOther(call, back.with("state", request.state()));
  }

  private static void malformed(Call call, Page page, List<String> parameters) throws IOException {
    String problems =
        parameters.stream()
            .map(name -> page.text("wrong_" + name))
            .collect(Collectors.joining("\n"));
    CheckoutResource.show(call, 400, page.render("malformed", Map.of("problems", problems)));
  }
}
