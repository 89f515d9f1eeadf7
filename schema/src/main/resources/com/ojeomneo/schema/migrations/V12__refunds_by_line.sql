-- Money back for some lines of an order, and how long a shop has to accept one.

ALTER TABLE order_lines ADD COLUMN refunded_quantity integer NOT NULL DEFAULT 0;
ALTER TABLE order_lines
    ADD CONSTRAINT order_lines_refund_within_order CHECK (refunded_quantity BETWEEN 0 AND quantity);
COMMENT ON COLUMN order_lines.refunded_quantity IS
    'Sum of refund_lines, done or not: the only column of a line that changes.';

ALTER TABLE refunds
    ADD COLUMN idempotency_key text CHECK (char_length(idempotency_key) BETWEEN 1 AND 255),
    ADD CONSTRAINT refunds_with_order UNIQUE (id, order_id);
COMMENT ON COLUMN refunds.idempotency_key IS 'Of whoever asked for it in the back office; null for any other.';
CREATE UNIQUE INDEX refunds_asked_once ON refunds (order_id, idempotency_key) WHERE idempotency_key IS NOT NULL;

CREATE TABLE refund_lines (
    refund_id uuid     NOT NULL,
    order_id  uuid     NOT NULL,
    line      smallint NOT NULL,
    quantity  integer  NOT NULL CHECK (quantity >= 1),
    amount    integer  NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (refund_id, line),
    FOREIGN KEY (refund_id, order_id) REFERENCES refunds (id, order_id),
    FOREIGN KEY (order_id, line) REFERENCES order_lines
);
COMMENT ON TABLE refund_lines IS 'For what of an order a refund was asked; a refund of the rest has none.';
CREATE INDEX refund_lines_of_line ON refund_lines (order_id, line);

INSERT INTO app_settings (key, value, public, description) VALUES
    ('orders.acceptMinutes', '20', false,
     '가게가 결제된 주문을 접수해야 하는 시간(분, 1~180). 지나면 취소되고 환불됩니다.'),
    ('orders.escalateMinutes', '5', false,
     '접수되지 않은 주문을 알리는 시간(분, 1~180).')
ON CONFLICT (key) DO NOTHING;
