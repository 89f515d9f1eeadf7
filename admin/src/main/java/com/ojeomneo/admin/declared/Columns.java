package com.ojeomneo.admin.declared;

import com.ojeomneo.admin.resource.Choice;
import com.ojeomneo.admin.resource.Column;
import com.ojeomneo.admin.resource.ColumnType;
import com.ojeomneo.schema.jooq.enums.AttemptStatus;
import com.ojeomneo.schema.jooq.enums.OrderChannel;
import com.ojeomneo.schema.jooq.enums.OrderStatus;
import com.ojeomneo.schema.jooq.enums.PaymentKind;
import com.ojeomneo.schema.jooq.enums.RefundStatus;
import com.ojeomneo.schema.jooq.enums.StaffRole;
import java.util.List;
import org.jooq.Field;

/** Short names for what declarations repeat. */
final class Columns {
  static final List<Choice> ORDER_STATUS =
      List.of(
          Choice.of(OrderStatus.PENDING_PAYMENT.getLiteral(), "결제 대기", "Awaiting payment"),
          Choice.of(OrderStatus.PAID.getLiteral(), "결제 완료", "Paid"),
          Choice.of(OrderStatus.ACCEPTED.getLiteral(), "접수", "Accepted"),
          Choice.of(OrderStatus.PREPARING.getLiteral(), "조리 중", "Preparing"),
          Choice.of(OrderStatus.READY.getLiteral(), "준비 완료", "Ready"),
          Choice.of(OrderStatus.COMPLETED.getLiteral(), "수령 완료", "Completed"),
          Choice.of(OrderStatus.CANCELLED.getLiteral(), "취소", "Cancelled"),
          Choice.of(OrderStatus.EXPIRED.getLiteral(), "만료", "Expired"));

  static final List<Choice> ORDER_CHANNEL =
      List.of(
          Choice.of(OrderChannel.APP.getLiteral(), "앱", "App"),
          Choice.of(OrderChannel.COUNTER.getLiteral(), "현장", "Counter"),
          Choice.of(OrderChannel.PHONE.getLiteral(), "전화", "Phone"));

  static final List<Choice> PAYMENT_KIND =
      List.of(
          Choice.of(PaymentKind.PROVIDER.getLiteral(), "온라인", "Online"),
          Choice.of(PaymentKind.TILL.getLiteral(), "현장", "At the till"));

  static final List<Choice> ATTEMPT_STATUS =
      List.of(
          Choice.of(AttemptStatus.OPEN.getLiteral(), "확인 중", "Open"),
          Choice.of(AttemptStatus.DONE.getLiteral(), "승인", "Done"),
          Choice.of(AttemptStatus.FAILED.getLiteral(), "실패", "Failed"));

  static final List<Choice> REFUND_STATUS =
      List.of(
          Choice.of(RefundStatus.PENDING.getLiteral(), "처리 중", "Pending"),
          Choice.of(RefundStatus.DONE.getLiteral(), "완료", "Done"),
          Choice.of(RefundStatus.FAILED.getLiteral(), "실패 (재시도)", "Failed, tried again"));

  static final List<Choice> STAFF_ROLE =
      List.of(
          Choice.of(StaffRole.OWNER.getLiteral(), "대표", "Owner"),
          Choice.of(StaffRole.MANAGER.getLiteral(), "매니저", "Manager"),
          Choice.of(StaffRole.SHOP_STAFF.getLiteral(), "가게 직원", "Shop staff"),
          Choice.of(StaffRole.SUPPORT.getLiteral(), "고객 상담", "Support"),
          Choice.of(StaffRole.VIEWER.getLiteral(), "열람", "Viewer"));

  static final List<Choice> PLATFORM =
      List.of(
          Choice.of("ios", "아이폰", "iOS"),
          Choice.of("android", "안드로이드", "Android"),
          Choice.of("web", "웹", "Web"));

  private Columns() {}

  static Column id(Field<?> field) {
    return Column.of(ColumnType.ID, field, "ID", "ID").unlisted();
  }

  static Column text(Field<?> field, String ko, String en) {
    return Column.of(ColumnType.TEXT, field, ko, en);
  }

  static Column longText(Field<?> field, String ko, String en) {
    return Column.of(ColumnType.LONG_TEXT, field, ko, en);
  }

  static Column integer(Field<?> field, String ko, String en) {
    return Column.of(ColumnType.INTEGER, field, ko, en);
  }

  static Column money(Field<?> field, String ko, String en) {
    return Column.of(ColumnType.MONEY, field, ko, en);
  }

  static Column bool(Field<?> field, String ko, String en) {
    return Column.of(ColumnType.BOOLEAN, field, ko, en);
  }

  static Column instant(Field<?> field, String ko, String en) {
    return Column.of(ColumnType.INSTANT, field, ko, en);
  }

  static Column date(Field<?> field, String ko, String en) {
    return Column.of(ColumnType.DATE, field, ko, en);
  }

  static Column time(Field<?> field, String ko, String en) {
    return Column.of(ColumnType.TIME, field, ko, en);
  }

  static Column choice(Field<?> field, List<Choice> choices, String ko, String en) {
    return Column.of(ColumnType.CHOICE, field, ko, en).choices(choices);
  }

  static Column choices(Field<?> field, List<Choice> choices, String ko, String en) {
    return Column.of(ColumnType.CHOICES, field, ko, en).choices(choices);
  }

  static Column tags(Field<?> field, String ko, String en) {
    return Column.of(ColumnType.TAGS, field, ko, en);
  }

  static Column json(Field<?> field, String ko, String en) {
    return Column.of(ColumnType.JSON, field, ko, en);
  }

  static Column image(Field<?> field, String ko, String en) {
    return Column.of(ColumnType.IMAGE, field, ko, en);
  }

  static Column imageUrl(Field<?> field, String ko, String en) {
    return Column.of(ColumnType.IMAGE_URL, field, ko, en);
  }

  /**
   * @param resource that it names a row of
   */
  static Column reference(Field<?> field, String resource, String ko, String en) {
    return Column.of(ColumnType.REFERENCE, field, ko, en).to(resource);
  }
}
