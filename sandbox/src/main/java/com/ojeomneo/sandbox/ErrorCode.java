package com.ojeomneo.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** The provider's error codes that the sandbox knows, with the statuses and texts it documents. */
enum ErrorCode {
  INVALID_REQUEST(400, "잘못된 요청입니다."),
  INVALID_IDEMPOTENCY_KEY(400, "멱등키는 300자 이하여야 합니다."),
  ALREADY_PROCESSED_PAYMENT(400, "이미 처리된 결제 입니다."),
  DUPLICATED_ORDER_ID(400, "이미 승인 및 취소가 진행된 중복된 주문번호 입니다. 다른 주문번호로 진행해주세요."),
  PROVIDER_ERROR(400, "일시적인 오류가 발생했습니다. 잠시 후 다시 시도해주세요."),
  INVALID_STOPPED_CARD(400, "정지된 카드 입니다."),
  ALREADY_CANCELED_PAYMENT(400, "이미 취소된 결제 입니다."),
  UNAUTHORIZED_KEY(401, "인증되지 않은 시크릿 키 혹은 클라이언트 키 입니다."),
  REJECT_CARD_PAYMENT(403, "한도초과 혹은 잔액부족으로 결제에 실패했습니다."),
  REJECT_CARD_COMPANY(403, "결제 승인이 거절되었습니다."),
  REJECT_ACCOUNT_PAYMENT(403, "잔액부족으로 결제에 실패했습니다."),
  NOT_CANCELABLE_AMOUNT(403, "취소 할 수 없는 금액 입니다."),
  NOT_CANCELABLE_PAYMENT(403, "취소 할 수 없는 결제 입니다."),
  FORBIDDEN_REQUEST(403, "허용되지 않은 요청입니다."),
  FORBIDDEN_CONSECUTIVE_REQUEST(403, "반복적인 요청은 허용되지 않습니다. 잠시 후 다시 시도해주세요."),
  NOT_FOUND(404, "존재하지 않는 정보 입니다."),
  NOT_FOUND_PAYMENT(404, "존재하지 않는 결제 정보 입니다."),
  NOT_FOUND_PAYMENT_SESSION(404, "결제 시간이 만료되어 결제 진행 데이터가 존재하지 않습니다."),
  METHOD_NOT_ALLOWED(405, "허용되지 않은 메서드 입니다."),
  IDEMPOTENT_REQUEST_PROCESSING(409, "이전 멱등 요청이 처리중입니다."),
  PAYLOAD_TOO_LARGE(413, "요청 본문이 너무 큽니다."),
  FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING(500, "결제가 완료되지 않았어요. 다시 시도해주세요."),
  FAILED_INTERNAL_SYSTEM_PROCESSING(500, "내부 시스템 처리 작업이 실패했습니다. 잠시 후 다시 시도해주세요."),
  FAILED_METHOD_HANDLING_CANCEL(500, "취소 중 결제 시 사용한 결제 수단 처리과정에서 일시적인 오류가 발생했습니다."),
  FAILED_REFUND_PROCESS(500, "은행 응답시간 지연이나 일시적인 오류로 환불요청에 실패했습니다."),
  FAILED_PARTIAL_REFUND(500, "은행 점검, 해약 계좌 등의 사유로 부분 환불이 실패했습니다."),
  UNKNOWN_PAYMENT_ERROR(500, "결제에 실패했어요. 같은 문제가 반복된다면 은행이나 카드사로 문의해주세요."),
  COMMON_ERROR(500, "일시적인 오류가 발생했습니다. 잠시 후 다시 시도해주세요.");

  final int status;
  final String message;

  ErrorCode(int status, String message) {
    this.status = status;
    this.message = message;
  }

  static Optional<ErrorCode> named(String name) {
    return Arrays.stream(values()).filter(code -> code.name().equals(name)).findFirst();
  }

  Refusal refusal() {
    return new Refusal(this);
  }

  Answer answer() {
    return Answer.error(status, name(), message);
  }
}
