package com.ojeomneo.admin.declared;

import static com.ojeomneo.admin.declared.Columns.bool;
import static com.ojeomneo.admin.declared.Columns.choice;
import static com.ojeomneo.admin.declared.Columns.date;
import static com.ojeomneo.admin.declared.Columns.id;
import static com.ojeomneo.admin.declared.Columns.image;
import static com.ojeomneo.admin.declared.Columns.instant;
import static com.ojeomneo.admin.declared.Columns.integer;
import static com.ojeomneo.admin.declared.Columns.longText;
import static com.ojeomneo.admin.declared.Columns.reference;
import static com.ojeomneo.admin.declared.Columns.text;
import static com.ojeomneo.admin.declared.Columns.time;
import static com.ojeomneo.admin.resource.Resource.Group.CATALOGUE;
import static com.ojeomneo.schema.jooq.Tables.DAILY_STOCK;
import static com.ojeomneo.schema.jooq.Tables.IMAGES;
import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.MENU_CATEGORIES;
import static com.ojeomneo.schema.jooq.Tables.PICKUP_SLOTS;
import static com.ojeomneo.schema.jooq.Tables.STORES;
import static com.ojeomneo.schema.jooq.Tables.STORE_CLOSURES;
import static com.ojeomneo.schema.jooq.Tables.STORE_DAYS;
import static com.ojeomneo.schema.jooq.Tables.STORE_DAY_HOURS;
import static com.ojeomneo.schema.jooq.Tables.STORE_HOURS;
import static org.jooq.impl.DSL.select;

import com.ojeomneo.admin.resource.Choice;
import com.ojeomneo.admin.resource.Declarations;
import com.ojeomneo.admin.resource.Inline;
import com.ojeomneo.admin.resource.Resource;
import com.ojeomneo.admin.staff.Permission;
import jakarta.inject.Singleton;
import java.util.List;

/** What is for sale. */
@Singleton
class Catalogue implements Declarations {
  static final List<Choice> DAYS =
      List.of(
          Choice.of("1", "월요일", "Monday"),
          Choice.of("2", "화요일", "Tuesday"),
          Choice.of("3", "수요일", "Wednesday"),
          Choice.of("4", "목요일", "Thursday"),
          Choice.of("5", "금요일", "Friday"),
          Choice.of("6", "토요일", "Saturday"),
          Choice.of("7", "일요일", "Sunday"));

  @Override
  public List<Resource> resources() {
    return List.of(
        Dishes.menus(), Dishes.prices(), categories(), stores(), stock(), slots(), images());
  }

  private static Resource categories() {
    return Resource.of(MENU_CATEGORIES, CATALOGUE, "메뉴 분류", "Categories")
        .column(
            text(MENU_CATEGORIES.CODE, "코드", "Code")
                .help("영문 소문자, 숫자, -", "Lower case letters, digits, -")
                .required()
                .between(2, 31)
                .creatable())
        .column(
            text(MENU_CATEGORIES.NAME, "이름", "Name")
                .required()
                .between(1, 40)
                .editable()
                .sortable())
        .column(
            integer(MENU_CATEGORIES.POSITION, "순서", "Position")
                .required()
                .between(0, 10_000)
                .editable()
                .sortable())
        .column(image(MENU_CATEGORIES.IMAGE, "사진", "Picture").editable())
        .title(MENU_CATEGORIES.NAME)
        .orderedBy(MENU_CATEGORIES.POSITION)
        .searchedByPart(MENU_CATEGORIES.NAME)
        .editedWith(Permission.CATALOGUE, MENU_CATEGORIES.VERSION)
        .creatable()
        .deletable()
        .importable()
        .ofEveryShop()
        .related("menus", "category", "메뉴", "Dishes");
  }

  private static Resource stores() {
    return Resource.of(STORES, CATALOGUE, "가게", "Shops")
        .tab("basic", "기본 정보", "Basics")
        .column(id(STORES.ID))
        .column(image(STORES.IMAGE, "사진", "Picture").editable())
        .column(text(STORES.NAME, "이름", "Name").required().between(1, 60).editable().sortable())
        .column(longText(STORES.DESCRIPTION, "소개", "Description").between(0, 500).editable())
        .column(
            bool(STORES.ACTIVE, "공개", "Public")
                .help("끄면 앱에서 보이지 않아요", "Off: the app does not show it")
                .offInCopies()
                .editable()
                .filter())
        .column(
            bool(STORES.PAUSED, "주문 중지", "Paused")
                .help("영업 시간이어도 주문을 받지 않아요", "Takes no orders, whatever its hours say")
                .editable()
                .filter())
        .column(instant(STORES.CREATED_AT, "등록 시각", "Added").unlisted())
        .tab("orders", "주문 규칙", "Order rules")
        .column(
            integer(STORES.CUTOFF_MINUTES, "마감 전 주문 종료(분)", "Last order before closing (min)")
                .between(0, 1440)
                .editable()
                .unlisted())
        .column(
            integer(STORES.PREP_MINUTES, "조리 시간(분)", "Preparation (min)")
                .between(0, 240)
                .editable())
        .column(
            integer(STORES.SLOT_MINUTES, "픽업 간격(분)", "Pickup slot (min)")
                .between(5, 60)
                .editable()
                .unlisted())
        .column(
            integer(STORES.SLOT_CAPACITY, "픽업 간격당 주문", "Orders a slot")
                .between(1, 1000)
                .editable()
                .unlisted())
        .column(
            integer(STORES.MAX_QUANTITY, "주문당 최대 수량", "Portions an order")
                .between(1, 1000)
                .editable()
                .unlisted())
        .tab("hours", "영업 시간", "Hours")
        .inline(
            Inline.of("storeHours", STORE_HOURS.STORE_ID, "영업 시간", "Opening hours")
                .column(choice(STORE_HOURS.DAY_OF_WEEK, DAYS, "요일", "Day").required().editable())
                .column(time(STORE_HOURS.OPENS_AT, "여는 시각", "Opens").required().editable())
                .column(
                    time(STORE_HOURS.CLOSES_AT, "닫는 시각", "Closes")
                        .help("여는 시각보다 이르면 다음 날", "Before opening: on the next day")
                        .required()
                        .editable()))
        .inline(
            Inline.of("storeClosures", STORE_CLOSURES.STORE_ID, "휴무", "Closures")
                .column(date(STORE_CLOSURES.FROM_DAY, "첫날", "First day").required().editable())
                .column(date(STORE_CLOSURES.TO_DAY, "마지막 날", "Last day").required().editable())
                .column(text(STORE_CLOSURES.REASON, "이유", "Reason").between(0, 100).editable()))
        .inline(specialDays())
        .title(STORES.NAME)
        .sortedBy("name")
        .searchedByPart(STORES.NAME)
        .editedWith(Permission.CATALOGUE, STORES.VERSION)
        .creatable()
        .deletable()
        .createdAt(STORES.CREATED_AT)
        .ofShop(STORES.ID)
        .related("menus", "storeId", "메뉴", "Dishes")
        .related("orders", "storeId", "주문", "Orders");
  }

  /** What is not said of such a day is as usual. */
  private static Inline specialDays() {
    return Inline.of("storeDays", STORE_DAYS.STORE_ID, "특별한 날", "Special days")
        .id(STORE_DAYS.ID)
        .column(date(STORE_DAYS.DAY, "날짜", "Day").required().editable())
        .column(
            integer(STORE_DAYS.CUTOFF_MINUTES, "마감 전 주문 종료(분)", "Last order before closing (min)")
                .help("비우면 평소대로", "Empty: as usual")
                .between(0, 1440)
                .editable())
        .column(
            integer(STORE_DAYS.SLOT_CAPACITY, "픽업 간격당 주문", "Orders a slot")
                .help("비우면 평소대로, 0이면 예약을 받지 않아요", "Empty: as usual; 0: none")
                .between(0, 1000)
                .editable())
        .inline(
            Inline.of("hours", STORE_DAY_HOURS.DAY_ID, "이날의 영업 시간", "Hours of that day")
                .column(time(STORE_DAY_HOURS.OPENS_AT, "여는 시각", "Opens").required().editable())
                .column(
                    time(STORE_DAY_HOURS.CLOSES_AT, "닫는 시각", "Closes")
                        .help("여는 시각보다 이르면 다음 날", "Before opening: on the next day")
                        .required()
                        .editable()));
  }

  private static Resource stock() {
    return Resource.of(DAILY_STOCK, CATALOGUE, "남은 수량", "Daily stock")
        .column(reference(DAILY_STOCK.MENU_ID, "menus", "메뉴", "Dish").filter())
        .column(date(DAILY_STOCK.BUSINESS_DAY, "영업일", "Business day").filter())
        .column(integer(DAILY_STOCK.REMAINING, "남은 수량", "Left"))
        .title(DAILY_STOCK.BUSINESS_DAY)
        .ofShops(
            shops ->
                DAILY_STOCK.MENU_ID.in(
                    select(MENUS.ID).from(MENUS).where(MENUS.STORE_ID.in(shops))));
  }

  private static Resource slots() {
    return Resource.of(PICKUP_SLOTS, CATALOGUE, "픽업 예약", "Pickup slots")
        .column(reference(PICKUP_SLOTS.STORE_ID, "stores", "가게", "Shop").filter())
        .column(instant(PICKUP_SLOTS.AT, "시각", "At").filter())
        .column(integer(PICKUP_SLOTS.TAKEN, "예약된 주문", "Orders"))
        .title(PICKUP_SLOTS.AT)
        .ofShop(PICKUP_SLOTS.STORE_ID);
  }

  private static Resource images() {
    return Resource.of(IMAGES, CATALOGUE, "사진", "Pictures")
        .column(image(IMAGES.SHA256, "사진", "Picture"))
        .column(text(IMAGES.MEDIA_TYPE, "형식", "Type").filter())
        .column(instant(IMAGES.CREATED_AT, "올린 시각", "Uploaded").sortable().filter())
        .title(IMAGES.SHA256)
        .sortedBy("-createdAt")
        .ofEveryShop();
  }
}
