package com.ojeomneo.server.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.ojeomneo.server.Customer;
import com.ojeomneo.server.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestStack.class)
class PublishedKeysTest {
  @Test
  void ourTokensAreVerifiedWithWhatIsPublished() throws Exception {
    var answer =
        given()
            .get("/.well-known/jwks.json")
            .then()
            .statusCode(200)
            .contentType("application/jwk-set+json")
            .header("Cache-Control", "public, max-age=300")
            .extract();
    assertThat(answer.body().asString()).doesNotContain("\"d\"");
    var keys = new JsonWebKeySet(answer.body().asString()).getJsonWebKeys();
    var customer = Customer.guest();
    var claims =
        new JwtConsumerBuilder()
            .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
            .setExpectedAudience("ojeomneo-app")
            .build()
            .processToClaims(customer.token());
    assertThat(claims.getSubject()).isEqualTo(customer.id().toString());
  }
}
