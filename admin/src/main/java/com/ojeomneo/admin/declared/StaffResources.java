package com.ojeomneo.admin.declared;

import static com.ojeomneo.admin.declared.Columns.STAFF_ROLE;
import static com.ojeomneo.admin.declared.Columns.bool;
import static com.ojeomneo.admin.declared.Columns.choice;
import static com.ojeomneo.admin.declared.Columns.id;
import static com.ojeomneo.admin.declared.Columns.instant;
import static com.ojeomneo.admin.declared.Columns.json;
import static com.ojeomneo.admin.declared.Columns.reference;
import static com.ojeomneo.admin.declared.Columns.text;
import static com.ojeomneo.admin.resource.Resource.Group.STAFF;
import static com.ojeomneo.schema.jooq.Tables.AUDIT_LOG;
import static com.ojeomneo.schema.jooq.Tables.STAFF_ROLES;
import static com.ojeomneo.schema.jooq.Tables.STAFF_ROLE_RULES;

import com.ojeomneo.admin.resource.Choice;
import com.ojeomneo.admin.resource.Declarations;
import com.ojeomneo.admin.resource.Inline;
import com.ojeomneo.admin.resource.Resource;
import com.ojeomneo.admin.staff.Permission;
import com.ojeomneo.schema.jooq.Tables;
import com.ojeomneo.schema.jooq.enums.AuditAction;
import jakarta.inject.Singleton;
import java.util.List;

/** Who works here, and what they did. */
@Singleton
class StaffResources implements Declarations {
  private static final List<Choice> ACTION =
      List.of(
          Choice.of(AuditAction.CREATE.getLiteral(), "등록", "Created"),
          Choice.of(AuditAction.UPDATE.getLiteral(), "수정", "Changed"),
          Choice.of(AuditAction.DELETE.getLiteral(), "삭제", "Deleted"),
          Choice.of(AuditAction.REVERT.getLiteral(), "되돌림", "Reverted"),
          Choice.of(AuditAction.REVEAL.getLiteral(), "개인정보 열람", "Looked at personal data"),
          Choice.of(AuditAction.EXPORT.getLiteral(), "내보내기", "Exported"),
          Choice.of(AuditAction.TRANSITION.getLiteral(), "주문 상태 변경", "Moved an order"),
          Choice.of(AuditAction.DELAY.getLiteral(), "조리 지연", "Delayed an order"),
          Choice.of(AuditAction.REFUND.getLiteral(), "환불 요청", "Asked for a refund"),
          Choice.of(AuditAction.LOOK_UP.getLiteral(), "결제 조회 요청", "Asked the provider"),
          Choice.of(AuditAction.STOCK.getLiteral(), "재고 변경", "Changed the stock"),
          Choice.of(AuditAction.INVITE.getLiteral(), "초대", "Invited"),
          Choice.of(AuditAction.PASSWORD.getLiteral(), "비밀번호 변경", "Chose a password"),
          Choice.of(AuditAction.VIEW_AS.getLiteral(), "고객 화면 보기", "Saw what a customer sees"),
          Choice.of(AuditAction.SIGN_OUT.getLiteral(), "로그아웃시킴", "Ended a session"),
          Choice.of(
              AuditAction.SECOND_FACTOR.getLiteral(), "2단계 인증 해제", "Turned a second factor off"));

  @Override
  public List<Resource> resources() {
    return List.of(staff(), rules(), log());
  }

  private static Resource staff() {
    var staff = Tables.STAFF;
    return Resource.of(staff, STAFF, "직원", "Staff")
        .column(id(staff.ID))
        .column(
            text(staff.DISPLAY_NAME, "이름", "Name").required().between(1, 40).editable().sortable())
        .column(text(staff.EMAIL, "이메일", "E-mail").sortable())
        .column(
            bool(staff.JOINED, "가입", "Joined")
                .help("초대를 받고 비밀번호를 정했어요", "Has chosen a password")
                .filter())
        .column(instant(staff.TOTP_CONFIRMED_AT, "2단계 인증", "Second factor since"))
        .column(instant(staff.CREATED_AT, "등록 시각", "Added").unlisted())
        .column(
            instant(staff.DISABLED_AT, "사용 중지", "Disabled at")
                .help("시각을 넣으면 로그인할 수 없어요", "Set: may no longer sign in")
                .editable()
                .filter())
        .inline(
            Inline.of("roles", STAFF_ROLES.STAFF_ID, "권한", "Roles")
                .column(choice(STAFF_ROLES.ROLE, STAFF_ROLE, "역할", "Role").required().editable())
                .column(
                    reference(STAFF_ROLES.STORE_ID, "stores", "가게", "Shop")
                        .help("가게 직원만", "Of shop staff only")
                        .editable()))
        .title(staff.DISPLAY_NAME)
        .sortedBy("displayName")
        .searchedByPart(staff.DISPLAY_NAME)
        .searchedBy(staff.EMAIL)
        .readWith(Permission.STAFF)
        .editedWith(Permission.STAFF, staff.VERSION)
        .related("audit_log", "staffId", "한 일", "What they did");
  }

  private static Resource rules() {
    return Resource.of(STAFF_ROLE_RULES, STAFF, "역할 규칙", "Rules of roles")
        .column(choice(STAFF_ROLE_RULES.ROLE, STAFF_ROLE, "역할", "Role"))
        .column(
            bool(STAFF_ROLE_RULES.SECOND_FACTOR, "2단계 인증 필수", "Second factor required")
                .help(
                    "켜면 2단계 인증을 켜기 전에는 아무것도 할 수 없어요",
                    "On: whoever has the role does nothing before they have one")
                .editable())
        .title(STAFF_ROLE_RULES.ROLE)
        .sortedBy("role")
        .readWith(Permission.STAFF)
        .editedWith(Permission.STAFF, STAFF_ROLE_RULES.VERSION);
  }

  private static Resource log() {
    return Resource.of(AUDIT_LOG, STAFF, "감사 기록", "Audit log")
        .column(id(AUDIT_LOG.ID))
        .column(instant(AUDIT_LOG.AT, "시각", "At").sortable().filter())
        .column(reference(AUDIT_LOG.STAFF_ID, "staff", "누가", "Who").filter())
        .column(choice(AUDIT_LOG.ACTION, ACTION, "무엇을", "What").filter())
        .column(choice(AUDIT_LOG.RESOURCE, List.of(), "대상", "Where").ofResources().filter())
        .column(text(AUDIT_LOG.RECORD, "대상 ID", "Record").filter())
        .column(text(AUDIT_LOG.REASON, "사유", "Reason"))
        .column(text(AUDIT_LOG.ADDRESS, "주소", "Address"))
        .column(json(AUDIT_LOG.BEFORE, "이전", "Before").unlisted())
        .column(json(AUDIT_LOG.AFTER, "이후", "After").unlisted())
        .column(text(AUDIT_LOG.TRACE_ID, "추적 ID", "Trace id").unlisted())
        .title(AUDIT_LOG.RESOURCE)
        .dated(AUDIT_LOG.AT)
        .readWith(Permission.STAFF);
  }
}
