package com.ojeomneo.drills;

import com.ojeomneo.local.Columns;
import com.ojeomneo.local.books.Check;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a lunch hour came to.
 *
 * @param taken KRW that the sandbox took in all
 * @param kept KRW of it that it still holds: the price of what was served
 */
record Books(Plan plan, Counts counts, List<Check> checks, long taken, long kept) {
  private static final int SHOWN = 10;

  boolean agree() {
    return checks.stream().allMatch(check -> check.differences().isEmpty());
  }

  void print(Consumer<String> say) {
    say.accept("");
    events().lines().forEach(say);
    say.accept("");
    var table = new Columns().add("  ", "장부 대조 · the books", "대조 · compared", "차이 · differ");
    for (Check check : checks) {
      String mark = check.differences().isEmpty() ? "  ✓" : "  ✗";
      table.add(mark, check.name(), check.compared(), check.differences().size());
    }
    table.lines().forEach(say);
    checks.forEach(check -> printDifferences(check, say));
    say.accept("");
    say.accept(
        agree()
            ? "손님·DB·샌드박스의 장부가 일치합니다 · customers, database and sandbox agree exactly"
            : "장부가 다릅니다 · THE BOOKS DIFFER (--seed %d)".formatted(plan.seed()));
  }

  private Columns events() {
    return new Columns()
        .add("  손님 · customers", plan.customers())
        .add("  주문 · orders placed", counts.placed.sum())
        .add("  품절·마감 · sold out, slot full", counts.soldOut.sum())
        .add("  결제 · told paid", counts.paid.sum())
        .add("  결제 거절 · told declined", counts.declined.sum())
        .add("  늦은 결제 · told too late to pay", counts.tooLate.sum())
        .add("  손님 취소 · told cancelled", counts.cancelled.sum())
        .add("  가게 처리 · moves by shops", counts.moved.sum())
        .add("  시간 초과 · times to pay that passed", counts.hurried.sum())
        .add("  끊긴 연결 · connections lost", counts.lost.sum())
        .add("  다시 물음 · told to ask again", counts.again.sum())
        .add("  재전송 · old requests replayed", counts.replays.sum())
        .add("  웹훅 · webhooks", counts.webhooks.sum())
        .add("  강제 종료 · Servers killed (-9)", counts.kills.sum())
        .add("  실시간 · events heard", counts.events.sum())
        .add("  스트림 · streams opened", counts.resumed.sum())
        .add("  받은 돈 · taken", "%,d원".formatted(taken))
        .add("  돌려준 돈 · given back", "%,d원".formatted(taken - kept))
        .add("  남은 돈 · kept", "%,d원".formatted(kept));
  }

  private static void printDifferences(Check check, Consumer<String> say) {
    if (!check.differences().isEmpty()) {
      say.accept("");
      say.accept("  ✗ " + check.name());
      check.differences().stream().limit(SHOWN).forEach(one -> say.accept("      " + one));
    }
  }
}
