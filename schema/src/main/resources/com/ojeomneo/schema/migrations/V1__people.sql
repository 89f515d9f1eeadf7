-- Who uses the product: customers and guests, their sessions and the tokens that prove them.

CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE users (
    id              uuid PRIMARY KEY,
    email           citext UNIQUE CHECK (email ~ '^[^@\s]+@[^@\s]+$' AND char_length(email::text) <= 254),
    password_hash   text,
    display_name    text        NOT NULL CHECK (char_length(display_name) BETWEEN 1 AND 40),
    guest           boolean     NOT NULL,
    order_event_seq bigint      NOT NULL DEFAULT 0 CHECK (order_event_seq >= 0),
    created_at      timestamptz NOT NULL,
    deleted_at      timestamptz,
    version         integer     NOT NULL DEFAULT 1,
    -- A guest and a deleted account hold nothing that identifies a person; everyone else can log in.
    CONSTRAINT users_credentials CHECK (
        CASE WHEN guest OR deleted_at IS NOT NULL
             THEN email IS NULL AND password_hash IS NULL
             ELSE email IS NOT NULL AND password_hash IS NOT NULL END)
);
COMMENT ON COLUMN users.order_event_seq IS 'Last sequence of /orders/events given to this user; taken under the row''s lock.';

CREATE TABLE consents (
    user_id   uuid        NOT NULL REFERENCES users,
    kind      text        NOT NULL CHECK (kind IN ('TERMS', 'PRIVACY', 'AGE', 'MARKETING')),
    version   text        NOT NULL CHECK (char_length(version) BETWEEN 1 AND 20),
    agreed_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, kind, version)
);

CREATE TABLE user_sessions (
    id         uuid PRIMARY KEY,
    user_id    uuid        NOT NULL REFERENCES users,
    device     text CHECK (char_length(device) <= 100),
    created_at timestamptz NOT NULL,
    revoked_at timestamptz
);
COMMENT ON TABLE user_sessions IS 'One log-in: the sid of its access tokens and the family of its refresh tokens.';
CREATE INDEX user_sessions_live ON user_sessions (user_id) WHERE revoked_at IS NULL;

CREATE TABLE refresh_tokens (
    id                uuid PRIMARY KEY,
    session_id        uuid        NOT NULL REFERENCES user_sessions,
    token_hash        bytea       NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
    access_expires_at timestamptz NOT NULL,
    issued_at         timestamptz NOT NULL,
    expires_at        timestamptz NOT NULL CHECK (expires_at > issued_at),
    spent_at          timestamptz,
    spent_with_key    text CHECK (char_length(spent_with_key) <= 255),
    successor_id      uuid UNIQUE REFERENCES refresh_tokens DEFERRABLE INITIALLY DEFERRED,
    CHECK (spent_at IS NOT NULL OR (spent_with_key IS NULL AND successor_id IS NULL))
);
COMMENT ON COLUMN refresh_tokens.id IS 'Also the jti of the access token issued in the same answer.';
-- A family has one live refresh token, however many requests race to rotate it.
CREATE UNIQUE INDEX refresh_tokens_one_live ON refresh_tokens (session_id) WHERE spent_at IS NULL;
CREATE INDEX refresh_tokens_expiry ON refresh_tokens (expires_at);
CREATE INDEX refresh_tokens_access ON refresh_tokens (session_id, access_expires_at);

CREATE TABLE revoked_tokens (
    jti        uuid PRIMARY KEY,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz NOT NULL
);
COMMENT ON TABLE revoked_tokens IS 'Access tokens refused before their expiry; the record behind token:blacklist:{jti}.';
CREATE INDEX revoked_tokens_recent ON revoked_tokens (revoked_at);
CREATE INDEX revoked_tokens_expiry ON revoked_tokens (expires_at);

CREATE TABLE idempotency_keys (
    caller       uuid        NOT NULL,
    route        text        NOT NULL,
    key          text        NOT NULL CHECK (char_length(key) BETWEEN 1 AND 255),
    request_hash bytea       NOT NULL CHECK (octet_length(request_hash) = 32),
    lease        uuid        NOT NULL,
    leased_until timestamptz NOT NULL,
    created_at   timestamptz NOT NULL,
    status       smallint CHECK (status BETWEEN 200 AND 499),
    body         text,
    PRIMARY KEY (caller, route, key),
    CHECK ((status IS NULL) = (body IS NULL))
);
COMMENT ON COLUMN idempotency_keys.lease IS 'Who works on the key now: only the holder of this value may store the answer.';
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
