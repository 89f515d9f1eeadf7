-- How staff come in: by a link in a mail, with a second factor where their role demands one, and out again.

-- Invited, and has not chosen one yet.
ALTER TABLE staff ALTER COLUMN password_hash DROP NOT NULL,
    ADD COLUMN joined boolean NOT NULL GENERATED ALWAYS AS (password_hash IS NOT NULL) STORED;

CREATE TABLE staff_links (
    id         uuid PRIMARY KEY,
    purpose    text        NOT NULL CHECK (purpose IN ('INVITATION', 'RESET')),
    email      citext      NOT NULL,
    language   text        NOT NULL CHECK (language IN ('ko', 'en')),
    staff_id   uuid REFERENCES staff ON DELETE CASCADE,
    token_hash bytea UNIQUE CHECK (octet_length(token_hash) = 32),
    tries      integer     NOT NULL DEFAULT 0,
    try_at     timestamptz,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
    -- A link that is good was mailed to somebody; one that is yet to be mailed is good for nothing.
    CHECK (try_at IS NOT NULL OR (token_hash IS NOT NULL AND staff_id IS NOT NULL))
);
COMMENT ON TABLE staff_links IS 'Asked for by address, also for addresses that nobody has; whose it is and what opens it is found out when the mail is made.';
COMMENT ON COLUMN staff_links.try_at IS 'When it is to be mailed; null once it was.';
CREATE INDEX staff_links_due ON staff_links (try_at) WHERE try_at IS NOT NULL;
CREATE INDEX staff_links_of_address ON staff_links (email);
CREATE INDEX staff_links_of_staff ON staff_links (staff_id) WHERE staff_id IS NOT NULL;
CREATE INDEX staff_links_expiry ON staff_links (expires_at);

-- What a cookie is named to its owner by: its hash would be a name that Redis knows, too.
ALTER TABLE staff_sessions ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE;

CREATE TABLE staff_role_rules (
    role          staff_role PRIMARY KEY,
    second_factor boolean NOT NULL DEFAULT false,
    version       integer NOT NULL DEFAULT 1
);
COMMENT ON COLUMN staff_role_rules.second_factor IS 'Whoever has the role does nothing before they have a second factor.';
INSERT INTO staff_role_rules (role) SELECT unnest(enum_range(NULL::staff_role));

ALTER TYPE audit_action ADD VALUE 'INVITE';
ALTER TYPE audit_action ADD VALUE 'PASSWORD';
ALTER TYPE audit_action ADD VALUE 'SIGN_OUT';
ALTER TYPE audit_action ADD VALUE 'SECOND_FACTOR';
ALTER TYPE audit_action ADD VALUE 'VIEW_AS';

CREATE TABLE customer_views (
    token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    staff_id   uuid        NOT NULL REFERENCES staff,
    user_id    uuid        NOT NULL REFERENCES users ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);
COMMENT ON TABLE customer_views IS 'Staff about to see the app as a customer does: the Admin writes it, the Server takes it once.';
CREATE INDEX customer_views_expiry ON customer_views (expires_at);
