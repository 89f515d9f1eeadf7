-- What the relay has handed to Redis, and an index of what it has not.

ALTER TABLE outbox ADD COLUMN published_at timestamptz;
COMMENT ON COLUMN outbox.published_at IS 'When Redis had taken it; set by the relay alone. Readers without Redis do not look at it.';
-- Rows from before the relay have been read by whoever they concerned.
UPDATE outbox SET published_at = created_at;
CREATE INDEX outbox_unpublished ON outbox (id) WHERE published_at IS NULL;
-- Each row leaves the index right after it came: the relay shall not step over many dead ones.
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
