-- What the app asks at start: versions, switches, settings, notices.

CREATE TABLE app_versions (
    platform       text PRIMARY KEY CHECK (platform IN ('ios', 'android', 'web')),
    min_version    text        NOT NULL CHECK (min_version ~ '^[0-9]{1,5}(\.[0-9]{1,5}){0,2}$'),
    latest_version text        NOT NULL CHECK (latest_version ~ '^[0-9]{1,5}(\.[0-9]{1,5}){0,2}$'),
    store_url      text,
    version        integer     NOT NULL DEFAULT 1
);

CREATE TABLE feature_flags (
    key         text PRIMARY KEY CHECK (key ~ '^[a-z][a-zA-Z0-9]{0,59}$'),
    enabled     boolean NOT NULL,
    description text    NOT NULL DEFAULT '',
    version     integer NOT NULL DEFAULT 1
);

CREATE TABLE app_settings (
    key         text PRIMARY KEY CHECK (key ~ '^[a-z][a-zA-Z0-9.]{0,59}$'),
    value       jsonb   NOT NULL,
    public      boolean NOT NULL DEFAULT false,
    description text    NOT NULL DEFAULT '',
    version     integer NOT NULL DEFAULT 1
);
COMMENT ON COLUMN app_settings.public IS 'Whether /config shows it.';

CREATE TABLE notices (
    id        uuid PRIMARY KEY,
    title     text        NOT NULL CHECK (char_length(title) BETWEEN 1 AND 100),
    body      text        NOT NULL CHECK (char_length(body) <= 2000),
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz CHECK (ends_at > starts_at),
    version   integer     NOT NULL DEFAULT 1
);
CREATE INDEX notices_window ON notices (starts_at DESC);

INSERT INTO app_versions (platform, min_version, latest_version) VALUES
    ('web', '1.0.0', '1.0.0'), ('ios', '1.0.0', '1.0.0'), ('android', '1.0.0', '1.0.0');
