package com.ojeomneo.server.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangedNamesTest {
  private final ChangedNames names = new ChangedNames();

  @Test
  void aShopThatChangedStandsForItsDishes() {
    names.add(List.of("store:s", "stores", "menus:s", "menus", "menu:a", "menu:b"));

    assertThat(names.take()).containsExactly("menus:s");
  }

  @Test
  void aDishWhoseOptionsChangedIsNamed() {
    names.add(List.of("menu:a"));
    names.add(List.of("config"));

    assertThat(names.take()).containsExactly("config", "menu:a");
  }

  @Test
  void slotsThatWereTakenAreNotTold() {
    names.add(List.of("store:s", "stores"));

    assertThat(names.isEmpty()).isTrue();
  }

  @Test
  void whatWasTakenIsNotToldAgain() {
    names.add(List.of("config"));
    names.take();

    assertThat(names.isEmpty()).isTrue();
  }

  @Test
  void veryManyAreAllOfThem() {
    names.add(List.of("config"));
    IntStream.rangeClosed(0, ChangedNames.MOST).forEach(n -> names.add(List.of("menus:" + n)));

    assertThat(names.take()).containsExactly("all", "config");
  }
}
