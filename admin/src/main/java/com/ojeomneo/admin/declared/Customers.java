package com.ojeomneo.admin.declared;

import static com.ojeomneo.admin.declared.Columns.bool;
import static com.ojeomneo.admin.declared.Columns.choice;
import static com.ojeomneo.admin.declared.Columns.id;
import static com.ojeomneo.admin.declared.Columns.instant;
import static com.ojeomneo.admin.declared.Columns.reference;
import static com.ojeomneo.admin.declared.Columns.text;
import static com.ojeomneo.admin.resource.Resource.Group.CUSTOMERS;
import static com.ojeomneo.schema.jooq.Tables.CONSENTS;
import static com.ojeomneo.schema.jooq.Tables.USERS;
import static com.ojeomneo.schema.jooq.Tables.USER_SESSIONS;

import com.ojeomneo.admin.resource.Choice;
import com.ojeomneo.admin.resource.Declarations;
import com.ojeomneo.admin.resource.Mask;
import com.ojeomneo.admin.resource.Resource;
import jakarta.inject.Singleton;
import java.util.List;

/** People who order. Not for shop staff: an order says all that a kitchen needs. */
@Singleton
class Customers implements Declarations {
  private static final List<Choice> CONSENT =
      List.of(
          Choice.of("TERMS", "이용 약관", "Terms"),
          Choice.of("PRIVACY", "개인정보 처리", "Privacy"),
          Choice.of("AGE", "만 14세 이상", "Age"),
          Choice.of("MARKETING", "마케팅", "Marketing"));

  @Override
  public List<Resource> resources() {
    return List.of(
        Resource.of(USERS, CUSTOMERS, "고객", "Customers")
            .column(id(USERS.ID))
            .column(text(USERS.DISPLAY_NAME, "이름", "Name").masked(Mask.NAME))
            .column(text(USERS.EMAIL, "이메일", "E-mail").masked(Mask.EMAIL))
            .column(bool(USERS.GUEST, "비회원", "Guest"))
            .column(instant(USERS.CREATED_AT, "가입 시각", "Joined"))
            .column(instant(USERS.DELETED_AT, "탈퇴 시각", "Left").unlisted())
            .title(USERS.DISPLAY_NAME)
            .searchedByPart(USERS.DISPLAY_NAME)
            .searchedBy(USERS.EMAIL)
            .related("orders", "userId", "주문", "Orders")
            .related("consents", "userId", "동의", "Consents")
            .related("user_sessions", "userId", "로그인", "Sessions"),
        Resource.of(CONSENTS, CUSTOMERS, "동의", "Consents")
            .column(reference(CONSENTS.USER_ID, "users", "고객", "Customer").filter())
            .column(choice(CONSENTS.KIND, CONSENT, "종류", "Kind"))
            .column(text(CONSENTS.VERSION, "판", "Version").named("edition"))
            .column(instant(CONSENTS.AGREED_AT, "동의 시각", "Agreed"))
            .title(CONSENTS.KIND),
        Resource.of(USER_SESSIONS, CUSTOMERS, "고객 로그인", "Customer sessions")
            .column(id(USER_SESSIONS.ID))
            .column(reference(USER_SESSIONS.USER_ID, "users", "고객", "Customer").filter())
            .column(text(USER_SESSIONS.DEVICE, "기기", "Device").masked(Mask.NAME))
            .column(instant(USER_SESSIONS.CREATED_AT, "시작", "Begun"))
            .column(instant(USER_SESSIONS.REVOKED_AT, "종료", "Ended"))
            .title(USER_SESSIONS.DEVICE));
  }
}
