-- What the payment provider tells us of its own accord, and the looks that it asks for.

CREATE TABLE payment_webhooks (
    id          uuid PRIMARY KEY,
    order_id    uuid,
    payment_key text CHECK (char_length(payment_key) BETWEEN 1 AND 200),
    event_type  text CHECK (char_length(event_type) BETWEEN 1 AND 100),
    body        json        NOT NULL CHECK (octet_length(body::text) <= 65536),
    received_at timestamptz NOT NULL
);
COMMENT ON TABLE payment_webhooks IS 'As they came, from anybody: they carry no signature and are never believed. Kept 30 days.';
COMMENT ON COLUMN payment_webhooks.order_id IS 'The order of ours that it names; null when it names none.';
CREATE INDEX payment_webhooks_age ON payment_webhooks (received_at);
CREATE INDEX payment_webhooks_of_order ON payment_webhooks (order_id, received_at);

-- One row an order: a hundred webhooks about it are one look.
CREATE TABLE payment_checks (
    order_id    uuid PRIMARY KEY REFERENCES orders,
    payment_key text,
    asked       integer     NOT NULL DEFAULT 1 CHECK (asked >= 1),
    tries       integer     NOT NULL DEFAULT 0,
    check_at    timestamptz NOT NULL,
    asked_at    timestamptz NOT NULL
);
COMMENT ON TABLE payment_checks IS 'Orders whose money at the provider is to be compared with ours; gone when it was.';
COMMENT ON COLUMN payment_checks.asked IS 'Counts what asked for it: a look that began before the last one is not the last look.';
COMMENT ON COLUMN payment_checks.asked_at IS 'When the first of them asked.';
CREATE INDEX payment_checks_due ON payment_checks (check_at);

-- How long the oldest has waited is asked every few seconds.
CREATE INDEX refunds_unpaid ON refunds (status, created_at) WHERE status <> 'DONE';
CREATE INDEX payment_attempts_open ON payment_attempts (created_at) WHERE status = 'OPEN';
CREATE INDEX payment_checks_age ON payment_checks (asked_at);
