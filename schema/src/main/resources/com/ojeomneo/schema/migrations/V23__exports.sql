-- Long lists that staff take along: each is a job that any Admin runs, and its file is kept for a day.

CREATE TABLE exports (
    id             uuid PRIMARY KEY,
    staff_id       uuid        NOT NULL REFERENCES staff,
    resource       text        NOT NULL,
    format         text        NOT NULL CHECK (format IN ('CSV', 'XLSX')),
    filter         text,
    sort           text,
    columns        text[]      NOT NULL,
    english        boolean     NOT NULL,
    reason         text CHECK (char_length(reason) BETWEEN 1 AND 200),
    shops          uuid[],
    state          text        NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    attempts       integer     NOT NULL DEFAULT 0,
    lease          uuid,
    lease_until    timestamptz,
    rows_done      bigint      NOT NULL DEFAULT 0,
    rows_estimated bigint      NOT NULL,
    stored_bytes   bigint,
    bytes          bigint,
    failure        text,
    trace_id       text,
    created_at     timestamptz NOT NULL,
    ended_at       timestamptz,
    CHECK ((state IN ('DONE', 'FAILED')) = (ended_at IS NOT NULL)),
    CHECK ((state = 'DONE') = (bytes IS NOT NULL)),
    CHECK ((state = 'FAILED') = (failure IS NOT NULL))
);
COMMENT ON COLUMN exports.reason IS 'Why personal data is in it unmasked; null where it is masked.';
COMMENT ON COLUMN exports.shops IS 'Whose rows are in it; null for those of every shop.';
COMMENT ON COLUMN exports.lease IS 'Of the Admin that runs it; afterwards, of the one whose chunks are the file.';
COMMENT ON COLUMN exports.bytes IS 'Of the file as it is downloaded; stored_bytes as it is kept.';
CREATE INDEX exports_of_staff ON exports (staff_id, id DESC);
CREATE INDEX exports_unfinished ON exports (id) WHERE state IN ('WAITING', 'RUNNING');
CREATE INDEX exports_ended ON exports (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE export_chunks (
    export_id uuid    NOT NULL REFERENCES exports ON DELETE CASCADE,
    lease     uuid    NOT NULL,
    number    integer NOT NULL,
    bytes     bytea   NOT NULL CHECK (octet_length(bytes) <= 1048576),
    PRIMARY KEY (export_id, lease, number)
);
-- They are compressed already.
ALTER TABLE export_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;
