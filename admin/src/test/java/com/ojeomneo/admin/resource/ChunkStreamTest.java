package com.ojeomneo.admin.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkStreamTest {
  @Test
  void everyPieceButTheLastIsFullAndNoneIsLarger() {
    List<Integer> sizes = new ArrayList<>();
    var stream = new ChunkStream((bytes, number) -> sizes.add(bytes.length), 10);
    byte[] some = new byte[700_000];
    for (int i = 0; i < 5; i++) {
      stream.write(some, 0, some.length);
    }
    stream.close();

    assertThat(sizes)
        .containsExactly(
            ChunkStream.CHUNK,
            ChunkStream.CHUNK,
            ChunkStream.CHUNK,
            3_500_000 - 3 * ChunkStream.CHUNK);
    assertThat(stream.size()).isEqualTo(3_500_000);
  }

  @Test
  void aFileThatIsTooLargeEnds() {
    var stream = new ChunkStream((bytes, number) -> {}, 1);
    byte[] full = new byte[ChunkStream.CHUNK];
    stream.write(full, 0, full.length);

    assertThatThrownBy(() -> stream.write(full, 0, full.length))
        .isInstanceOf(ChunkStream.TooLarge.class);
  }
}
