-- Two sandboxes that start at once on an empty database must not both create the schema.
SELECT pg_advisory_xact_lock(hashtextextended('ojeomneo sandbox schema', 0));

CREATE SCHEMA IF NOT EXISTS sandbox;

CREATE TABLE IF NOT EXISTS sandbox.payments (
  id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  payment_key          text        NOT NULL UNIQUE,
  order_id             text        NOT NULL,
  order_name           text        NOT NULL,
  card                 text        NOT NULL,
  status               text        NOT NULL,
  total_amount         bigint      NOT NULL CHECK (total_amount > 0),
  balance_amount       bigint      NOT NULL CHECK (balance_amount BETWEEN 0 AND total_amount),
  last_transaction_key text,
  authenticated_at     timestamptz NOT NULL,
  approved_at          timestamptz,
  failure              text
);

CREATE INDEX IF NOT EXISTS payments_of_order ON sandbox.payments (order_id);

-- An order is charged at most once, whatever races.
CREATE UNIQUE INDEX IF NOT EXISTS one_charge_per_order
  ON sandbox.payments (order_id) WHERE approved_at IS NOT NULL;

CREATE TABLE IF NOT EXISTS sandbox.cancels (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  payment_key       text        NOT NULL REFERENCES sandbox.payments (payment_key),
  transaction_key   text        NOT NULL UNIQUE,
  reason            text        NOT NULL,
  amount            bigint      NOT NULL CHECK (amount > 0),
  refundable_amount bigint      NOT NULL CHECK (refundable_amount >= 0),
  canceled_at       timestamptz NOT NULL
);

CREATE INDEX IF NOT EXISTS cancels_of_payment ON sandbox.cancels (payment_key);

-- The answer that an idempotency key repeats, written in the transaction of the effect it tells of.
CREATE TABLE IF NOT EXISTS sandbox.answers (
  scope       text        PRIMARY KEY,
  status      int         NOT NULL,
  body        text        NOT NULL,
  answered_at timestamptz NOT NULL
);

CREATE INDEX IF NOT EXISTS answers_by_age ON sandbox.answers (answered_at);

CREATE INDEX IF NOT EXISTS payments_in_progress
  ON sandbox.payments (authenticated_at) WHERE status = 'IN_PROGRESS';

-- Written in the transaction of the change it tells of; due_at is null once nothing is sent any more.
CREATE TABLE IF NOT EXISTS sandbox.webhooks (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  transmission_id uuid        NOT NULL,
  payment_key     text        NOT NULL REFERENCES sandbox.payments (payment_key),
  order_id        text        NOT NULL,
  status          text        NOT NULL,
  body            text        NOT NULL,
  created_at      timestamptz NOT NULL,
  due_at          timestamptz,
  claimed_until   timestamptz,
  tries           int         NOT NULL DEFAULT 0,
  response        text
);

CREATE INDEX IF NOT EXISTS webhooks_due ON sandbox.webhooks (due_at) WHERE due_at IS NOT NULL;

CREATE INDEX IF NOT EXISTS webhooks_waiting
  ON sandbox.webhooks (payment_key) WHERE due_at IS NOT NULL;
