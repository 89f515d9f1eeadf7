-- Who works in the back office: what they may do, how they prove who they are, where they are signed in.

CREATE TYPE staff_role AS ENUM ('OWNER', 'MANAGER', 'SHOP_STAFF', 'SUPPORT', 'VIEWER');

CREATE TABLE staff (
    id                uuid PRIMARY KEY,
    email             citext      NOT NULL UNIQUE CHECK (email ~ '^[^@\s]+@[^@\s]+$' AND char_length(email::text) <= 254),
    display_name      text        NOT NULL CHECK (char_length(display_name) BETWEEN 1 AND 40),
    password_hash     text        NOT NULL,
    totp_secret       bytea CHECK (octet_length(totp_secret) = 20),
    totp_confirmed_at timestamptz,
    totp_last_step    bigint,
    created_at        timestamptz NOT NULL,
    disabled_at       timestamptz,
    version           integer     NOT NULL DEFAULT 1,
    -- A second factor counts once a code of it was seen; one of which none was seen locks nobody out.
    CHECK (totp_confirmed_at IS NULL OR (totp_secret IS NOT NULL AND totp_last_step IS NOT NULL))
);
COMMENT ON COLUMN staff.totp_last_step IS 'The time step of the last code that was taken: none is taken twice (RFC 6238, 5.2).';

CREATE TABLE staff_roles (
    staff_id uuid       NOT NULL REFERENCES staff ON DELETE CASCADE,
    role     staff_role NOT NULL,
    store_id uuid REFERENCES stores,
    UNIQUE NULLS NOT DISTINCT (staff_id, role, store_id),
    -- Only who works in a shop belongs to one.
    CHECK ((role = 'SHOP_STAFF') = (store_id IS NOT NULL))
);
CREATE INDEX staff_roles_store ON staff_roles (store_id) WHERE store_id IS NOT NULL;

CREATE TABLE staff_recovery_codes (
    staff_id  uuid  NOT NULL REFERENCES staff ON DELETE CASCADE,
    code_hash bytea NOT NULL CHECK (octet_length(code_hash) = 32),
    used_at   timestamptz,
    PRIMARY KEY (staff_id, code_hash)
);

CREATE TABLE staff_sessions (
    cookie_hash bytea PRIMARY KEY CHECK (octet_length(cookie_hash) = 32),
    staff_id    uuid        NOT NULL REFERENCES staff ON DELETE CASCADE,
    csrf_token  text        NOT NULL,
    address     text        NOT NULL CHECK (char_length(address) <= 64),
    user_agent  text        NOT NULL CHECK (char_length(user_agent) <= 300),
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL CHECK (expires_at > created_at)
);
COMMENT ON TABLE staff_sessions IS 'The record behind session:{sha256 of the cookie} in Redis; a row that is gone ends the session.';
CREATE INDEX staff_sessions_of_staff ON staff_sessions (staff_id);
CREATE INDEX staff_sessions_expiry ON staff_sessions (expires_at);
