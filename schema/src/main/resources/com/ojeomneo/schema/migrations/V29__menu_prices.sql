-- A dish's price holds from a moment on: prices to come are planned, prices that were stay as history. What a dish costs
-- now is the last of its rows that has begun, by this database's clock; without any, menus.price.

CREATE TABLE menu_prices (
    menu_id        uuid        NOT NULL REFERENCES menus ON DELETE CASCADE,
    effective_from timestamptz NOT NULL,
    price          integer     NOT NULL CHECK (price BETWEEN 100 AND 1000000),
    carried_over   boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (menu_id, effective_from)
);
COMMENT ON TABLE menu_prices IS 'Only dishes whose price ever changed or is going to have rows.';
COMMENT ON COLUMN menu_prices.carried_over IS 'menus.price, which lists of the back office sort by, follows this row. Nothing is charged by it.';
CREATE INDEX menu_prices_begin ON menu_prices (effective_from);
CREATE INDEX menu_prices_to_carry_over ON menu_prices (effective_from) WHERE NOT carried_over;

-- The one place that says what a dish costs at a moment.
CREATE FUNCTION price_at(menu uuid, otherwise integer, moment timestamptz) RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(
        (SELECT price FROM menu_prices WHERE menu_id = menu AND effective_from <= moment
         ORDER BY effective_from DESC LIMIT 1), otherwise);
$$;

-- Staff set a price for now: it begins now, and what it was before is history. Who sets one on top of a price that has
-- just begun, and that they cannot have seen, is refused.
CREATE FUNCTION menu_price_set() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    IF EXISTS (
        SELECT FROM rows_before b JOIN rows_after a USING (id)
        WHERE a.price <> b.price
          AND price_at(id, b.price, now()) NOT IN (a.price, b.price)) THEN
        RAISE EXCEPTION 'the price has just changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'menus_price_began';
    END IF;
    INSERT INTO menu_prices (menu_id, effective_from, price, carried_over)
    SELECT id, a.created_at, b.price, true
    FROM rows_before b JOIN rows_after a USING (id)
    WHERE a.price <> b.price AND a.created_at < now()
      AND NOT EXISTS (SELECT FROM menu_prices p WHERE p.menu_id = id AND p.effective_from <= now() AND p.carried_over)
    ON CONFLICT DO NOTHING;
    INSERT INTO menu_prices (menu_id, effective_from, price, carried_over)
    SELECT id, now(), a.price, true
    FROM rows_before b JOIN rows_after a USING (id)
    WHERE a.price <> b.price AND a.price <> price_at(id, b.price, now())
    ON CONFLICT (menu_id, effective_from) DO UPDATE SET price = excluded.price, carried_over = true;
    RETURN NULL;
END $$;
CREATE TRIGGER price_set AFTER UPDATE ON menus REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after
    FOR EACH STATEMENT EXECUTE FUNCTION menu_price_set();

-- What was charged by a row is never charged otherwise: rows that have begun are neither added, changed nor removed by
-- hand. They go with their dish (a trigger below a trigger).
CREATE FUNCTION menu_price_begun() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() = 1
       AND ((TG_OP <> 'INSERT' AND OLD.effective_from <= now()) OR (TG_OP <> 'DELETE' AND NEW.effective_from <= now())) THEN
        RAISE EXCEPTION 'a price that has begun is history' USING ERRCODE = 'check_violation', CONSTRAINT = 'menu_prices_begun';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER begun BEFORE INSERT OR DELETE OR UPDATE OF menu_id, effective_from, price ON menu_prices
    FOR EACH ROW EXECUTE FUNCTION menu_price_begun();

-- Brings menus.price to what it is by the rows that began since; late, and nobody pays less or more.
CREATE FUNCTION carry_over_menu_prices() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    due uuid[];
    carried integer;
BEGIN
    IF NOT EXISTS (SELECT FROM menu_prices WHERE NOT carried_over AND effective_from <= now()) THEN
        RETURN 0;
    END IF;
    -- The dish first, as whoever edits one locks it; whoever does so right now is waited for by the next run.
    SELECT array_agg(id) INTO due FROM (
        SELECT id FROM menus
        WHERE id IN (SELECT menu_id FROM menu_prices WHERE NOT carried_over AND effective_from <= now())
        ORDER BY id FOR NO KEY UPDATE SKIP LOCKED) AS locked;
    -- Their version is another: a form that was opened before shows what it did not know.
    UPDATE menus SET price = price_at(id, price, now()), version = version + 1
    WHERE id = ANY (due) AND price <> price_at(id, price, now());
    GET DIAGNOSTICS carried = ROW_COUNT;
    UPDATE menu_prices SET carried_over = true WHERE menu_id = ANY (due) AND NOT carried_over AND effective_from <= now();
    RETURN carried;
END $$;
REVOKE EXECUTE ON FUNCTION carry_over_menu_prices FROM PUBLIC;

-- Cached answers hold the price and when it next changes. What menus' own trigger or its deletion writes is announced by
-- them.
DO $$
DECLARE
    event record;
BEGIN
    FOR event IN SELECT * FROM (VALUES
        ('INSERT', 'NEW TABLE AS rows_after'),
        ('UPDATE', 'OLD TABLE AS rows_before NEW TABLE AS rows_after'),
        ('DELETE', 'OLD TABLE AS rows_before')) AS e (name, rows)
    LOOP
        EXECUTE format(
            'CREATE TRIGGER %I AFTER %s ON menu_prices REFERENCING %s FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION cached_rows_changed(%L)',
            'cache_' || lower(event.name), event.name, event.rows,
            'ARRAY(SELECT unnest(ARRAY[''menu:'' || m.id, ''menus:'' || m.store_id, ''menus'']) FROM menus m WHERE m.id = changed.menu_id)');
    END LOOP;
END $$;

-- When a dish is sold, beside the hours of its shop: no row and no dates is always.
CREATE TABLE menu_availability (
    id          uuid PRIMARY KEY,
    menu_id     uuid     NOT NULL REFERENCES menus ON DELETE CASCADE,
    days        text[]   NOT NULL,
    sells_from  time     NOT NULL,
    sells_until time     NOT NULL,
    position    integer  NOT NULL,
    CONSTRAINT menu_availability_days CHECK (cardinality(days) > 0 AND days <@ ARRAY ['1', '2', '3', '4', '5', '6', '7']),
    -- Rows change places: at the end of a transaction each has its own.
    UNIQUE (menu_id, position) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE menu_availability IS 'ISO days of the week (1 Monday), Asia/Seoul. sells_until at or before sells_from is on the next day; equal means 24 hours.';

ALTER TABLE menus
    ADD COLUMN sold_from  date,
    ADD COLUMN sold_until date,
    ADD CONSTRAINT menus_season CHECK (sold_until >= sold_from);
COMMENT ON COLUMN menus.sold_from IS 'First day of its season, Asia/Seoul; null for no beginning.';
COMMENT ON COLUMN menus.sold_until IS 'Last day of its season; null for no end.';

DO $$
DECLARE
    event record;
BEGIN
    FOR event IN SELECT * FROM (VALUES
        ('INSERT', 'NEW TABLE AS rows_after'),
        ('UPDATE', 'OLD TABLE AS rows_before NEW TABLE AS rows_after'),
        ('DELETE', 'OLD TABLE AS rows_before')) AS e (name, rows)
    LOOP
        EXECUTE format(
            'CREATE TRIGGER %I AFTER %s ON menu_availability REFERENCING %s FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION cached_rows_changed(%L)',
            'cache_' || lower(event.name), event.name, event.rows,
            'ARRAY(SELECT unnest(ARRAY[''menu:'' || m.id, ''menus:'' || m.store_id, ''menus'']) FROM menus m WHERE m.id = changed.menu_id)');
    END LOOP;
END $$;
