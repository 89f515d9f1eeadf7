package com.ojeomneo.drills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code drill streams}, without its clock: how soon they hear depends on who else works here. */
class OpenStreamsTest {
  @BeforeAll
  static void prepare() throws Exception {
    TestApp.prepare();
  }

  @Test
  void twoThousandOpenStreamsCostAtMostTwentyKilobytesEach() throws Exception {
    StreamPrice price = new OpenStreams(2000, System.out::println).measure();
    price.print(System.out::println);
    assertThat(price.heapEach()).isPositive().isLessThan(StreamPrice.MOST_BYTES);
    assertThat(price.anonymousEach()).isLessThan(StreamPrice.MOST_BYTES);
  }
}
