-- Lists of the back office as somebody wants to see them again: filters, columns and sort, for them or for all.

CREATE TABLE saved_views (
    id         uuid PRIMARY KEY,
    staff_id   uuid        NOT NULL REFERENCES staff ON DELETE CASCADE,
    resource   text        NOT NULL CHECK (char_length(resource) BETWEEN 1 AND 60),
    name       text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 40),
    shared     boolean     NOT NULL,
    filter     text CHECK (char_length(filter) <= 4000),
    sort       text CHECK (char_length(sort) <= 200),
    columns    text[]      NOT NULL CHECK (cardinality(columns) <= 60),
    created_at timestamptz NOT NULL,
    version    integer     NOT NULL DEFAULT 1,
    UNIQUE (staff_id, resource, name)
);
COMMENT ON COLUMN saved_views.filter IS 'As the API takes it; what is no longer there is left out by whoever opens it.';
CREATE INDEX saved_views_shared ON saved_views (resource) WHERE shared;
