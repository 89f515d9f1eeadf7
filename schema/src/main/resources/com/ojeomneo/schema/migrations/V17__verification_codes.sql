-- Codes that prove to hold an e-mail address, and the mail that carries them.

ALTER TABLE users
    ADD COLUMN email_verified_at timestamptz,
    ADD CONSTRAINT users_verified_address CHECK (email_verified_at IS NULL OR email IS NOT NULL);

CREATE TABLE mail_requests (
    id         uuid PRIMARY KEY,
    purpose    text        NOT NULL CHECK (purpose IN ('VERIFY_EMAIL', 'RESET_PASSWORD')),
    email      citext      NOT NULL,
    language   text        NOT NULL CHECK (language IN ('ko', 'en')),
    tries      integer     NOT NULL DEFAULT 0,
    try_at     timestamptz NOT NULL,
    created_at timestamptz NOT NULL
);
COMMENT ON TABLE mail_requests IS 'Codes that somebody asked for, also for addresses without account: gone with the mail, or after ten minutes. The code is made when the mail is.';
CREATE INDEX mail_requests_due ON mail_requests (try_at);

CREATE TABLE verification_codes (
    email      citext      NOT NULL,
    purpose    text        NOT NULL CHECK (purpose IN ('VERIFY_EMAIL', 'RESET_PASSWORD')),
    code_hash  text        NOT NULL,
    tries      integer     NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
    PRIMARY KEY (email, purpose)
);
COMMENT ON TABLE verification_codes IS 'By address and not by account: an address that nobody has gets a code too, which nobody is told.';
CREATE INDEX verification_codes_expiry ON verification_codes (expires_at);
