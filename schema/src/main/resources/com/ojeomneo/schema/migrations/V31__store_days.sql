-- A single business day of a shop that is not like the others of its week: other hours, another last order, another number
-- of orders a slot. What is not said is as usual; a closure comes before all of it.

CREATE TABLE store_days (
    id             uuid PRIMARY KEY,
    store_id       uuid NOT NULL REFERENCES stores ON DELETE CASCADE,
    day            date NOT NULL,
    cutoff_minutes integer CHECK (cutoff_minutes BETWEEN 0 AND 1440),
    slot_capacity  integer CHECK (slot_capacity BETWEEN 0 AND 1000),
    UNIQUE (store_id, day)
);
COMMENT ON TABLE store_days IS 'Business days, Asia/Seoul. Null is as usual for the shop.';
COMMENT ON COLUMN store_days.slot_capacity IS 'Zero takes no more orders with a pickup slot; what is taken stays.';

CREATE TABLE store_day_hours (
    day_id    uuid NOT NULL REFERENCES store_days ON DELETE CASCADE,
    opens_at  time NOT NULL,
    closes_at time NOT NULL,
    PRIMARY KEY (day_id, opens_at)
);
COMMENT ON TABLE store_day_hours IS 'Instead of the weekly hours, when there are any. closes_at at or before opens_at is on the next day; equal means 24 hours.';

-- As the hours and closures of a shop. What goes with its shop or its day is announced by that.
DO $$
DECLARE
    of_shop text := '(SELECT ARRAY[''store:'' || s.id, ''stores'', ''menus:'' || s.id, ''menus'']'
        || ' || ARRAY(SELECT ''menu:'' || m.id FROM menus m WHERE m.store_id = s.id) FROM stores s WHERE s.id = %s)';
    watched record;
    event record;
BEGIN
    FOR watched IN SELECT * FROM (VALUES
        ('store_days', format(of_shop, 'changed.store_id')),
        ('store_day_hours', format(of_shop, '(SELECT d.store_id FROM store_days d WHERE d.id = changed.day_id)')))
        AS w (name, tags)
    LOOP
        FOR event IN SELECT * FROM (VALUES
            ('INSERT', 'NEW TABLE AS rows_after'),
            ('UPDATE', 'OLD TABLE AS rows_before NEW TABLE AS rows_after'),
            ('DELETE', 'OLD TABLE AS rows_before')) AS e (name, rows)
        LOOP
            EXECUTE format(
                'CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION cached_rows_changed(%L)',
                'cache_' || lower(event.name), event.name, watched.name, event.rows, watched.tags);
        END LOOP;
    END LOOP;
END $$;
