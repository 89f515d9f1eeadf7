package com.ojeomneo.platform.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class EncryptionTest {
  /** RFC 8291, appendix A. */
  @Test
  void theExampleOfTheRfcIsEncryptedAsItSays() {
    var browser =
        new Subscription(
            URI.create("https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV"),
            bytes(
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            bytes("BTBZMqHH6r4Tts7J_aSIgg"));
    var ours =
        new KeyPair(
            P256.publicKey(
                bytes(
                    "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
            P256.privateKey(bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));
    byte[] message = "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8);

    assertThat(Encryption.encrypt(message, browser, ours, bytes("DGv6ra1nlYgDCS1FRnbzlw")))
        .isEqualTo(
            bytes(
                "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocI"
                    + "nmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLV"
                    + "WGNWQexSgSxsj_Qulcy4a-fN"));
  }

  @Test
  void aPointBesideTheCurveIsNoKey() {
    byte[] key =
        bytes(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
    key[64]++;
    assertThatThrownBy(() -> P256.publicKey(key)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keysThatDoNotBelongTogetherAreNamed() {
    String open =
        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    String secret = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    assertThat(VapidKeys.of(open, secret, "mailto:ops@example.com").publicKey()).isEqualTo(open);
    assertThatThrownBy(
            () ->
                VapidKeys.of(
                    open, "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94", "mailto:ops@example.com"))
        .hasMessage("VAPID_PRIVATE_KEY must be that of VAPID_PUBLIC_KEY");
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
