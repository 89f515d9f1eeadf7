-- Who somebody is elsewhere, and what proves it once.

ALTER TABLE users
    DROP CONSTRAINT users_credentials,
    -- A guest and a deleted account hold nothing that identifies a person. Whoever has an account logs in with a
    -- password, which needs an address, or as somebody of user_identities.
    ADD CONSTRAINT users_credentials CHECK (
        CASE WHEN guest OR deleted_at IS NOT NULL
             THEN email IS NULL AND password_hash IS NULL
             ELSE password_hash IS NULL OR email IS NOT NULL END);

CREATE TABLE user_identities (
    provider  text        NOT NULL CHECK (provider IN ('KAKAO', 'GOOGLE', 'APPLE')),
    subject   text        NOT NULL CHECK (char_length(subject) BETWEEN 1 AND 255),
    user_id   uuid        NOT NULL REFERENCES users,
    client_id text        NOT NULL,
    grant_sealed bytea,
    linked_at timestamptz NOT NULL,
    PRIMARY KEY (provider, subject),
    UNIQUE (user_id, provider)
);
COMMENT ON TABLE user_identities IS 'The iss and sub of an id_token, never its e-mail address.';
COMMENT ON COLUMN user_identities.grant_sealed IS 'Apple''s refresh token, sealed by the Server: what an account closed here is revoked with there.';

CREATE TABLE login_nonces (
    nonce_hash bytea PRIMARY KEY CHECK (octet_length(nonce_hash) = 32),
    expires_at timestamptz NOT NULL
);
CREATE INDEX login_nonces_expiry ON login_nonces (expires_at);

CREATE TABLE identity_unlinks (
    id           uuid PRIMARY KEY,
    provider     text        NOT NULL CHECK (provider IN ('KAKAO', 'GOOGLE', 'APPLE')),
    subject      text        NOT NULL,
    user_id      uuid        NOT NULL REFERENCES users,
    client_id    text        NOT NULL,
    grant_sealed bytea,
    tries        integer     NOT NULL DEFAULT 0,
    try_at       timestamptz NOT NULL,
    created_at   timestamptz NOT NULL
);
COMMENT ON TABLE identity_unlinks IS 'What a provider has yet to be told: gone once it knows.';
CREATE INDEX identity_unlinks_due ON identity_unlinks (try_at);

CREATE TABLE retained_accounts (
    user_id      uuid PRIMARY KEY REFERENCES users,
    email        citext,
    display_name text        NOT NULL,
    closed_at    timestamptz NOT NULL,
    keep_until   timestamptz NOT NULL CHECK (keep_until > closed_at)
);
COMMENT ON TABLE retained_accounts IS 'Whose the orders of a closed account were, for as long as the law wants it known (five years from the last order). No application reads it.';
CREATE INDEX retained_accounts_end ON retained_accounts (keep_until);
