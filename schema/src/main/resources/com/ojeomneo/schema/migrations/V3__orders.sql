-- Orders, what happened to them, and the money. Wrong states are refused here, not only in Java.

CREATE TYPE order_status AS ENUM
    ('PENDING_PAYMENT', 'PAID', 'ACCEPTED', 'PREPARING', 'READY', 'COMPLETED', 'CANCELLED', 'EXPIRED');
CREATE TYPE attempt_status AS ENUM ('OPEN', 'DONE', 'FAILED');
CREATE TYPE refund_status AS ENUM ('PENDING', 'DONE', 'FAILED');

CREATE TABLE orders (
    id                 uuid PRIMARY KEY,
    user_id            uuid         NOT NULL REFERENCES users,
    store_id           uuid         NOT NULL REFERENCES stores,
    store_name         text         NOT NULL,
    business_day       date         NOT NULL,
    number             text         NOT NULL CHECK (number ~ '^[A-Z][0-9]{2,3}$'),
    status             order_status NOT NULL,
    total_amount       integer      NOT NULL CHECK (total_amount > 0),
    note               text CHECK (char_length(note) <= 200),
    pickup_at          timestamptz,
    estimated_ready_at timestamptz,
    cancel_reason      text CHECK (char_length(cancel_reason) <= 200),
    last_event         integer      NOT NULL DEFAULT 0 CHECK (last_event >= 0),
    created_at         timestamptz  NOT NULL,
    expires_at         timestamptz  NOT NULL CHECK (expires_at > created_at),
    UNIQUE (store_id, business_day, number),
    CONSTRAINT orders_cancelled_with_reason CHECK ((status = 'CANCELLED') = (cancel_reason IS NOT NULL)),
    CONSTRAINT orders_accepted_with_estimate CHECK (
        status NOT IN ('ACCEPTED', 'PREPARING', 'READY', 'COMPLETED') OR estimated_ready_at IS NOT NULL)
);
COMMENT ON COLUMN orders.pickup_at IS 'The slot taken in pickup_slots; null is as soon as possible.';
COMMENT ON COLUMN orders.last_event IS 'Sequence of the newest row in order_events; taken under the row''s lock.';
CREATE INDEX orders_of_user ON orders (user_id, id DESC);
CREATE INDEX orders_of_user_by_status ON orders (user_id, status, id DESC);
CREATE INDEX orders_unpaid ON orders (expires_at) WHERE status = 'PENDING_PAYMENT';
CREATE INDEX orders_live ON orders (store_id, id) WHERE status IN ('PAID', 'ACCEPTED', 'PREPARING', 'READY');

CREATE TABLE order_lines (
    order_id    uuid     NOT NULL REFERENCES orders,
    line        smallint NOT NULL CHECK (line >= 1),
    menu_id     uuid     NOT NULL REFERENCES menus,
    name        text     NOT NULL,
    quantity    integer  NOT NULL CHECK (quantity >= 1),
    unit_price  integer  NOT NULL CHECK (unit_price >= 0),
    amount      integer  NOT NULL CHECK (amount >= unit_price * quantity),
    took_stock  boolean  NOT NULL,
    PRIMARY KEY (order_id, line)
);
COMMENT ON TABLE order_lines IS 'Copies of what was on the menu at the time: an order never changes when a menu does.';
COMMENT ON COLUMN order_lines.amount IS '(unit_price + its options) * quantity, KRW.';
COMMENT ON COLUMN order_lines.took_stock IS 'Whether the line holds portions of daily_stock that a cancellation gives back.';

CREATE TABLE order_line_options (
    order_id  uuid     NOT NULL,
    line      smallint NOT NULL,
    option_id uuid     NOT NULL REFERENCES options,
    name      text     NOT NULL,
    price     integer  NOT NULL CHECK (price >= 0),
    position  smallint NOT NULL,
    PRIMARY KEY (order_id, line, option_id),
    FOREIGN KEY (order_id, line) REFERENCES order_lines
);

CREATE TABLE order_events (
    order_id   uuid        NOT NULL REFERENCES orders,
    seq        integer     NOT NULL CHECK (seq >= 1),
    user_id    uuid        NOT NULL REFERENCES users,
    user_seq   bigint      NOT NULL CHECK (user_seq >= 1),
    type       text        NOT NULL,
    actor      text        NOT NULL,
    snapshot   json        NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (order_id, seq),
    UNIQUE (user_id, user_seq)
);
COMMENT ON TABLE order_events IS 'The history of an order: who did what, and the order as it then was. Never changed.';

CREATE TABLE payment_attempts (
    id              uuid PRIMARY KEY,
    order_id        uuid           NOT NULL REFERENCES orders,
    payment_key     text           NOT NULL UNIQUE CHECK (char_length(payment_key) BETWEEN 1 AND 200),
    idempotency_key text           NOT NULL,
    amount          integer        NOT NULL CHECK (amount > 0),
    status          attempt_status NOT NULL,
    failure_code    text,
    failure_message text,
    checks          integer        NOT NULL DEFAULT 0,
    check_at        timestamptz,
    created_at      timestamptz    NOT NULL,
    settled_at      timestamptz,
    CHECK ((status = 'OPEN') = (check_at IS NOT NULL)),
    CHECK ((status = 'OPEN') = (settled_at IS NULL)),
    CHECK ((status = 'FAILED') = (failure_code IS NOT NULL))
);
COMMENT ON COLUMN payment_attempts.check_at IS 'When PaymentReconciler asks the provider if nobody has settled the attempt by then.';
-- Two cards are never charged for one order at the same time.
CREATE UNIQUE INDEX payment_attempts_one_open ON payment_attempts (order_id) WHERE status = 'OPEN';
CREATE INDEX payment_attempts_of_order ON payment_attempts (order_id, created_at);
CREATE INDEX payment_attempts_due ON payment_attempts (check_at) WHERE status = 'OPEN';

CREATE TABLE payments (
    id           uuid PRIMARY KEY,
    order_id     uuid        NOT NULL REFERENCES orders,
    attempt_id   uuid        NOT NULL UNIQUE REFERENCES payment_attempts,
    payment_key  text        NOT NULL UNIQUE,
    amount       integer     NOT NULL CHECK (amount > 0),
    refunded     integer     NOT NULL DEFAULT 0,
    method       text,
    receipt_url  text,
    approved_at  timestamptz NOT NULL,
    pays_order   boolean     NOT NULL,
    CONSTRAINT payments_refund_within_charge CHECK (refunded BETWEEN 0 AND amount)
);
COMMENT ON COLUMN payments.pays_order IS 'False for money taken for an order that can no longer be served: it is refunded whole.';
COMMENT ON COLUMN payments.refunded IS 'Sum of the refunds asked for, done or not, KRW.';
-- An order is paid once.
CREATE UNIQUE INDEX payments_one_per_order ON payments (order_id) WHERE pays_order;
CREATE INDEX payments_of_order ON payments (order_id);

CREATE TABLE refunds (
    id              uuid PRIMARY KEY,
    order_id        uuid          NOT NULL REFERENCES orders,
    payment_id      uuid          NOT NULL REFERENCES payments,
    amount          integer       NOT NULL CHECK (amount > 0),
    reason          text          NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 200),
    status          refund_status NOT NULL,
    tries           integer       NOT NULL DEFAULT 0,
    refusals        integer       NOT NULL DEFAULT 0,
    try_at          timestamptz,
    failure_code    text,
    transaction_key text,
    created_at      timestamptz   NOT NULL,
    done_at         timestamptz,
    CHECK ((status = 'DONE') = (done_at IS NOT NULL)),
    CHECK ((status = 'DONE') = (try_at IS NULL))
);
COMMENT ON COLUMN refunds.refusals IS 'Part of the provider''s idempotency key: it replays a refusal for the same key.';
CREATE INDEX refunds_of_order ON refunds (order_id, created_at);
CREATE INDEX refunds_of_payment ON refunds (payment_id);
CREATE INDEX refunds_due ON refunds (try_at) WHERE status <> 'DONE';

CREATE TABLE outbox (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    txid       bigint      NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    topic      text        NOT NULL,
    payload    json        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN outbox.txid IS 'Readers go by transaction, not by id: ids become visible out of order, transactions below a snapshot''s xmin do not.';
CREATE INDEX outbox_txid ON outbox (txid, id);
CREATE INDEX outbox_age ON outbox (created_at);
