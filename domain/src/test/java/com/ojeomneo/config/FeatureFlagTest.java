package com.ojeomneo.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureFlagTest {
  private static final List<String> DEVICES =
      IntStream.range(0, 10_000).mapToObj(i -> "phone-" + i).toList();

  @Test
  void aShareOfTheDevicesIsAboutThatShare() {
    assertThat(with("reviews", 10)).hasSizeBetween(900, 1100);
    assertThat(with("reviews", 0)).isEmpty();
    assertThat(with("reviews", 100)).hasSameSizeAs(DEVICES);
  }

  @Test
  void whoHasAFeatureKeepsItWhileItsShareGrows() {
    assertThat(with("reviews", 20)).containsAll(with("reviews", 10));
  }

  @Test
  void anotherFeatureIsFirstOnOtherDevices() {
    assertThat(with("favourites", 10)).isNotEqualTo(with("reviews", 10));
  }

  @Test
  void whatIsSwitchedOffIsOffForEveryone() {
    var off = new FeatureFlag("reviews", false, 100, null, null);
    assertThat(off.isOnFor(new AppVersion(1, 0, 0), "phone-1")).isFalse();
  }

  private static List<String> with(String key, int percentage) {
    var flag = new FeatureFlag(key, true, percentage, null, null);
    return DEVICES.stream().filter(device -> flag.isOnFor(null, device)).toList();
  }
}
