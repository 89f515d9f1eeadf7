package com.ojeomneo.admin.image;

import static com.ojeomneo.admin.image.TestPictures.exif;
import static com.ojeomneo.admin.image.TestPictures.file;
import static com.ojeomneo.admin.image.TestPictures.joined;
import static com.ojeomneo.admin.image.TestPictures.noise;
import static com.ojeomneo.admin.image.TestPictures.redAndBlue;
import static com.ojeomneo.admin.image.TestPictures.withChunk;
import static com.ojeomneo.admin.image.TestPictures.withExif;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.ojeomneo.admin.AdminStack;
import com.ojeomneo.admin.Colleague;
import com.ojeomneo.platform.database.Database;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(AdminStack.class)
class ImageResourceTest {
  private final Database database = new Database(AdminStack.owner());
  private Colleague manager;

  @BeforeEach
  void signIn() {
    manager = Colleague.hired(StaffRole.MANAGER).signIn();
  }

  @Test
  void anUploadedPhotoIsServedSmallForEver() {
    String url = uploaded(file(redAndBlue(4000, 3000), "jpeg"));

    Response answer = manager.asks().get(url);
    answer
        .then()
        .statusCode(200)
        .contentType("image/jpeg")
        .header("Cache-Control", "private, max-age=31536000, immutable")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", containsString("sandbox"));
    assertThat(answer.headers().getValues("Content-Security-Policy")).hasSize(1);
    BufferedImage small = TestPictures.read(answer.asByteArray());
    assertThat(small.getWidth()).isEqualTo(1200);
    assertThat(small.getHeight()).isEqualTo(900);
    assertThat(colour(small, 100, 450)).isEqualTo("red");
    assertThat(colour(small, 1100, 450)).isEqualTo("blue");
    manager.asks().header("If-None-Match", answer.header("ETag")).get(url).then().statusCode(304);
  }

  @Test
  void theSamePictureAgainIsTheSameRowAndOneDeed() {
    byte[] photo = file(redAndBlue(60, 40), "png");
    String first = upload(photo).statusCode(201).extract().path("sha256");
    String again = upload(photo).statusCode(201).extract().path("sha256");
    assertThat(again).isEqualTo(first);
    assertThat(
            database
                .sql()
                .fetch(
                    "SELECT staff_id::text, action::text, before, after ->> 'mediaType'"
                        + " FROM audit_log WHERE resource = 'images' AND record = ?",
                    first)
                .intoArrays())
        .isDeepEqualTo(new Object[][] {{manager.id().toString(), "CREATE", null, "image/jpeg"}});
  }

  @ParameterizedTest
  @CsvSource({"1,left", "2,right", "3,right", "4,left", "5,top", "6,top", "7,bottom", "8,bottom"})
  void aPhotoStandsAsTheCameraWasHeld(int orientation, String whereRedIs) {
    byte[] jpeg = file(redAndBlue(80, 40), "jpeg");
    BufferedImage upright = served(uploaded(withExif(jpeg, orientation)));
    assertThat(redIn(upright)).isEqualTo(whereRedIs);
  }

  @Test
  void thePlaceOfAPhotoIsNotKept() {
    byte[] jpeg = withExif(file(redAndBlue(80, 40), "jpeg"), 6);
    byte[] png = withChunk(file(redAndBlue(80, 40), "png"), "eXIf", exif(6));
    assertThat(text(jpeg)).contains("37.5665N");
    assertThat(text(png)).contains("37.5665N");
    for (byte[] photo : new byte[][] {jpeg, png}) {
      byte[] stored = manager.asks().get(uploaded(photo)).asByteArray();
      assertThat(text(stored)).doesNotContain("Exif", "eXIf", "37.5665N");
      assertThat(redIn(TestPictures.read(stored))).isEqualTo("top");
    }
  }

  @Test
  void aPolyglotLosesItsOtherHalf() {
    byte[] script = "<script>alert(1)</script>PK\u0003\u0004".getBytes(StandardCharsets.UTF_8);
    byte[] both = joined(file(redAndBlue(80, 40), "jpeg"), script);
    byte[] stored = manager.asks().get(uploaded(both)).asByteArray();
    assertThat(redIn(TestPictures.read(stored))).isEqualTo("left");
    assertThat(text(stored)).doesNotContain("script", "PK\u0003\u0004");
  }

  @Test
  void whatShowsThroughStaysPng() {
    var logo = new BufferedImage(2000, 500, BufferedImage.TYPE_INT_ARGB);
    logo.setRGB(10, 10, 0x80ff0000);
    String url = uploaded(file(logo, "png"));
    manager.asks().get(url).then().contentType("image/png");
    assertThat(served(url).getRGB(900, 200) >>> 24).isZero();
    assertThat(served(url).getWidth()).isEqualTo(1200);
  }

  @Test
  void webpIsTaken() {
    BufferedImage photo = served(uploaded(TestPictures.webp()));
    assertThat(redIn(photo)).isEqualTo("left");
    String url = uploaded(TestPictures.transparentWebp());
    manager.asks().get(url).then().contentType("image/png");
    assertThat(served(url).getRGB(20, 8) >>> 24).isZero();
    assertThat(served(url).getRGB(4, 8) & 0xffffff).isEqualTo(0x00a000);
  }

  @Test
  void aPhotoForPrintIsTaken() {
    BufferedImage stored = served(uploaded(TestPictures.redInCmyk()));
    assertThat(colour(stored, 16, 16)).isEqualTo("red");
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB})
  void itFitsAMegabyteWhateverItShows(int type) {
    byte[] stored =
        manager.asks().get(uploaded(file(noise(1600, 1200, type), "png"))).asByteArray();
    assertThat(stored).hasSizeLessThanOrEqualTo(1 << 20);
    assertThat(TestPictures.read(stored).getWidth()).isGreaterThan(300);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
  void greyStaysAsBrightAsItWas(int type) {
    var grey = new BufferedImage(64, 64, type);
    int sample = type == BufferedImage.TYPE_BYTE_GRAY ? 0x60 : 0x6060;
    for (int i = 0; i < 64 * 64; i++) {
      grey.getRaster().setSample(i % 64, i / 64, 0, sample);
    }
    BufferedImage stored = served(uploaded(file(grey, "png")));
    assertThat(stored.getRaster().getSample(32, 32, 0)).isBetween(0x5d, 0x63);
  }

  @Test
  void whatIsNoPictureIsRefused() {
    byte[] gif = file(redAndBlue(20, 20), "gif");
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    for (byte[] other : new byte[][] {gif, svg, new byte[0], new byte[] {1, 2, 3}}) {
      upload(other).statusCode(415).body("code", equalTo("PICTURE_TYPE"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "webp"})
  void halfAPictureIsNoPicture(String format) {
    byte[] whole = format.equals("webp") ? TestPictures.webp() : file(noise(200, 200, 1), format);
    for (int length : new int[] {whole.length / 2, whole.length - 12, 40, 12}) {
      upload(Arrays.copyOf(whole, length)).statusCode(400).body("code", equalTo("PICTURE_BROKEN"));
    }
  }

  @Test
  void damageIsARefusalAndNeverAFailure() {
    for (byte[] whole :
        new byte[][] {
          file(redAndBlue(64, 64), "png"),
          withExif(file(redAndBlue(64, 64), "jpeg"), 6),
          TestPictures.webp(),
          TestPictures.transparentWebp()
        }) {
      var random = new Random(1);
      for (int i = 0; i < 40; i++) {
        byte[] damaged = whole.clone();
        for (int j = 0; j < 3; j++) {
          damaged[16 + random.nextInt(damaged.length - 16)] = (byte) random.nextInt(256);
        }
        assertThat(upload(damaged).extract().statusCode()).isIn(201, 400);
      }
    }
  }

  @Test
  void aBombIsKnownByItsHeader() {
    long before = Runtime.getRuntime().totalMemory();
    upload(TestPictures.pngThatAnnounces(20_000, 20_000))
        .statusCode(400)
        .body("code", equalTo("PICTURE_TOO_LARGE"));
    assertThat(Runtime.getRuntime().totalMemory() - before).isLessThan(500_000_000);
  }

  @Test
  void tooManyBytesAreRefusedAtTheEdge() {
    upload(new byte[12 * 1024 * 1024 + 1]).statusCode(413);
    manager.acts().body(new byte[2 * 1024 * 1024 + 1]).post("/api/session").then().statusCode(413);
  }

  @ParameterizedTest
  @EnumSource(
      value = StaffRole.class,
      names = {"SUPPORT", "VIEWER"})
  void whoKeepsNoCatalogueAddsNothingButSees(StaffRole role) {
    byte[] photo = file(redAndBlue(60, 40), "png");
    var other = Colleague.hired(role).signIn();
    other.acts().contentType("image/png").body(photo).post("/api/images").then().statusCode(403);
    other.asks().get(uploaded(photo)).then().statusCode(200);
  }

  @Test
  void nobodySeesAPictureHereWithoutASession() {
    String url = uploaded(file(redAndBlue(60, 40), "png"));
    given().get(url).then().statusCode(401);
    manager.asks().get("/api/images/" + "0".repeat(64) + "/content").then().statusCode(404);
    manager.asks().get("/api/images/other/content").then().statusCode(404);
  }

  private ValidatableResponse upload(byte[] file) {
    return manager.acts().contentType("image/png").body(file).post("/api/images").then();
  }

  private String uploaded(byte[] file) {
    return upload(file)
        .statusCode(201)
        .body("url", startsWith("/ojeomneo/v1/images/"))
        .extract()
        .header("Location");
  }

  private BufferedImage served(String url) {
    return TestPictures.read(manager.asks().get(url).asByteArray());
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }

  private static String redIn(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    if (width > height) {
      return colour(picture, width / 8, height / 2).equals("red") ? "left" : "right";
    }
    return colour(picture, width / 2, height / 8).equals("red") ? "top" : "bottom";
  }

  private static String colour(BufferedImage picture, int x, int y) {
    var colour = new Color(picture.getRGB(x, y));
    return colour.getRed() > 150 && colour.getBlue() < 100
        ? "red"
        : colour.getBlue() > 150 && colour.getRed() < 100 ? "blue" : colour.toString();
  }
}
