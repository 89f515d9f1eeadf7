package com.ojeomneo.local.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ojeomneo.order.OrderView.Item;
import com.ojeomneo.order.OrderView.Option;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * So many portions of a dish with these options: encoded once, ordered thousands of times.
 *
 * @param amount KRW
 * @param json the item of an order, as the Server writes it
 * @param line the columns of {@code order_lines} from {@code menu_id} on
 * @param options of each, the columns of {@code order_line_options} from {@code option_id} on
 */
record Serving(int amount, byte[] json, byte[] line, List<byte[]> options) {
  static Serving of(Item item, ObjectMapper json) {
    try {
      return new Serving(
          item.amount().amount(), json.writeValueAsBytes(item), line(item), options(item));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] line(Item item) {
    return new CopyBytes()
        .add(item.menuId())
        .add(item.name())
        .add(item.quantity())
        .add(item.unitPrice().amount())
        .add(item.amount().amount())
        .add(false)
        .toArray();
  }

  private static List<byte[]> options(Item item) {
    return IntStream.range(0, item.options().size())
        .mapToObj(
            position -> {
              Option option = item.options().get(position);
              return new CopyBytes()
                  .add(option.id())
                  .add(option.name())
                  .add(option.price().amount())
                  .add((short) position)
                  .toArray();
            })
        .toList();
  }
}
