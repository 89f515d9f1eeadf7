package com.ojeomneo.drills;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drill streams}. */
@Command(
    name = "streams",
    description = "알림 훈련 · what open streams cost, and how soon they hear of a change.")
final class StreamsDrill implements Callable<Integer> {
  @Option(names = "--streams", paramLabel = "N", defaultValue = "2000")
  private int streams;

  @Override
  public Integer call() throws Exception {
    System.out.printf("알림 훈련 · drill streams: 스트림 %,d개 · %,d streams%n", streams, streams);
    StreamPrice price = new OpenStreams(streams, System.out::println).measure();
    price.print(System.out::println);
    return price.isCheap() && price.isQuick() ? 0 : 1;
  }
}
