package com.ojeomneo.admin.declared;

import static com.ojeomneo.admin.declared.Columns.bool;
import static com.ojeomneo.admin.declared.Columns.choices;
import static com.ojeomneo.admin.declared.Columns.date;
import static com.ojeomneo.admin.declared.Columns.id;
import static com.ojeomneo.admin.declared.Columns.imageUrl;
import static com.ojeomneo.admin.declared.Columns.instant;
import static com.ojeomneo.admin.declared.Columns.integer;
import static com.ojeomneo.admin.declared.Columns.longText;
import static com.ojeomneo.admin.declared.Columns.money;
import static com.ojeomneo.admin.declared.Columns.reference;
import static com.ojeomneo.admin.declared.Columns.tags;
import static com.ojeomneo.admin.declared.Columns.text;
import static com.ojeomneo.admin.declared.Columns.time;
import static com.ojeomneo.admin.resource.Resource.Group.CATALOGUE;
import static com.ojeomneo.schema.jooq.Tables.MENUS;
import static com.ojeomneo.schema.jooq.Tables.MENU_AVAILABILITY;
import static com.ojeomneo.schema.jooq.Tables.MENU_PRICES;
import static com.ojeomneo.schema.jooq.Tables.OPTIONS;
import static com.ojeomneo.schema.jooq.Tables.OPTION_GROUPS;
import static org.jooq.impl.DSL.select;

import com.ojeomneo.admin.resource.Choice;
import com.ojeomneo.admin.resource.Inline;
import com.ojeomneo.admin.resource.Label;
import com.ojeomneo.admin.resource.Resource;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.menu.Allergen;
import com.ojeomneo.menu.MenuPrices;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What is for sale: dishes, and what they cost at which time. */
final class Dishes {
  private static final List<Choice> ALLERGENS =
      Stream.of(Allergen.values())
          .map(a -> new Choice(a.name(), new Label(a.korean(), a.english())))
          .toList();

  private Dishes() {}

  static Resource menus() {
    return Resource.of(MENUS, CATALOGUE, "메뉴", "Dishes")
        .tab("basic", "기본 정보", "Basics")
        .column(id(MENUS.ID))
        .column(imageUrl(MENUS.IMAGE_URL, "사진", "Picture").editable())
        .column(text(MENUS.NAME, "이름", "Name").required().between(1, 80).editable().sortable())
        .column(reference(MENUS.STORE_ID, "stores", "가게", "Shop").required().creatable().filter())
        .column(
            reference(MENUS.CATEGORY, "menu_categories", "분류", "Category")
                .required()
                .editable()
                .filter())
        .column(
            longText(MENUS.DESCRIPTION, "설명", "Description").between(0, 500).editable().unlisted())
        .column(tags(MENUS.TAGS, "태그", "Tags").editable().filter().unlisted())
        .tab("sale", "가격과 판매", "Price and sale")
        .column(
            money(MENUS.PRICE, "가격", "Price")
                .help("부가세 포함, 원", "KRW, tax included")
                .required()
                .between(100, 1_000_000)
                .editable()
                .sortable()
                .filter())
        .column(
            integer(MENUS.DAILY_LIMIT, "하루 판매 수량", "Portions a day")
                .help("비우면 제한 없음", "Empty for no limit")
                .between(1, 100_000)
                .editable()
                .filter()
                .unlisted())
        .column(bool(MENUS.SOLD_OUT, "품절", "Sold out").editable().filter())
        .column(
            bool(MENUS.ACTIVE, "판매", "On sale")
                .help("끄면 앱에서 보이지 않아요", "Off: the app does not show it")
                .offInCopies()
                .editable()
                .filter())
        .column(instant(MENUS.CREATED_AT, "등록 시각", "Added").unlisted())
        .inline(
            Inline.of("menuPrices", MENU_PRICES.MENU_ID, "예약한 가격", "Planned prices")
                .only(
                    MENU_PRICES.EFFECTIVE_FROM.gt(MenuPrices.MOMENT),
                    price -> {
                      var from = (Instant) price.get(MENU_PRICES.EFFECTIVE_FROM);
                      return from.isAfter(Instant.now());
                    })
                .column(instant(MENU_PRICES.EFFECTIVE_FROM, "적용 시각", "From").required().editable())
                .column(
                    money(MENU_PRICES.PRICE, "가격", "Price")
                        .required()
                        .between(100, 1_000_000)
                        .editable()))
        .tab("times", "판매 시간", "Times of sale")
        .column(
            date(MENUS.SOLD_FROM, "판매 시작일", "First day")
                .help("비우면 처음부터", "Empty for no beginning")
                .editable()
                .filter()
                .unlisted())
        .column(
            date(MENUS.SOLD_UNTIL, "판매 종료일", "Last day")
                .help("비우면 계속", "Empty for no end")
                .editable()
                .filter()
                .unlisted())
        .inline(
            Inline.of(
                    "menuAvailability",
                    MENU_AVAILABILITY.MENU_ID,
                    "파는 요일과 시간",
                    "Days and hours of sale")
                .id(MENU_AVAILABILITY.ID)
                .ordered(MENU_AVAILABILITY.POSITION)
                .column(choices(MENU_AVAILABILITY.DAYS, Catalogue.DAYS, "요일", "Days").editable())
                .column(time(MENU_AVAILABILITY.SELLS_FROM, "부터", "From").required().editable())
                .column(
                    time(MENU_AVAILABILITY.SELLS_UNTIL, "까지", "Until")
                        .help("시작보다 이르면 다음 날", "Before the start: on the next day")
                        .required()
                        .editable()))
        .tab("options", "옵션", "Options")
        .inline(
            Inline.of("optionGroups", OPTION_GROUPS.MENU_ID, "옵션 그룹", "Option groups")
                .id(OPTION_GROUPS.ID)
                .ordered(OPTION_GROUPS.POSITION)
                .column(text(OPTION_GROUPS.NAME, "이름", "Name").required().between(1, 40).editable())
                .column(
                    integer(OPTION_GROUPS.MIN_CHOICES, "최소 선택", "At least")
                        .required()
                        .between(0, 20)
                        .editable())
                .column(
                    integer(OPTION_GROUPS.MAX_CHOICES, "최대 선택", "At most")
                        .required()
                        .between(1, 20)
                        .editable())
                .inline(
                    Inline.of("options", OPTIONS.GROUP_ID, "옵션", "Options")
                        .id(OPTIONS.ID)
                        .ordered(OPTIONS.POSITION)
                        .column(
                            text(OPTIONS.NAME, "이름", "Name").required().between(1, 40).editable())
                        .column(
                            money(OPTIONS.PRICE, "추가 금액", "Extra price")
                                .required()
                                .between(0, 1_000_000)
                                .editable())
                        .column(bool(OPTIONS.SOLD_OUT, "품절", "Sold out").editable())))
        .tab("labels", "표시 사항", "Labels")
        .column(
            choices(MENUS.ALLERGENS, ALLERGENS, "알레르기 유발물질", "Allergens")
                .editable()
                .filter()
                .unlisted())
        .column(longText(MENUS.ORIGIN, "원산지", "Origin").between(1, 500).editable().unlisted())
        .title(MENUS.NAME)
        .searchedByPart(MENUS.NAME)
        .editedWith(Permission.CATALOGUE, MENUS.VERSION)
        .creatable()
        .deletable()
        .importable()
        .createdAt(MENUS.CREATED_AT)
        .ofShop(MENUS.STORE_ID)
        .related("menu_prices", "menuId", "가격 이력", "Prices by time")
        .related("daily_stock", "menuId", "남은 수량", "Left by day");
  }

  static Resource prices() {
    return Resource.of(MENU_PRICES, CATALOGUE, "가격 이력", "Prices by time")
        .column(reference(MENU_PRICES.MENU_ID, "menus", "메뉴", "Dish").filter())
        .column(instant(MENU_PRICES.EFFECTIVE_FROM, "적용 시각", "From").filter())
        .column(money(MENU_PRICES.PRICE, "가격", "Price"))
        .title(MENU_PRICES.EFFECTIVE_FROM)
        .ofShops(
            shops ->
                MENU_PRICES.MENU_ID.in(
                    select(MENUS.ID).from(MENUS).where(MENUS.STORE_ID.in(shops))));
  }
}
