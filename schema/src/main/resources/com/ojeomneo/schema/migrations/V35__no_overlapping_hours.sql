-- A shop is open or it is not: no session begins while another is on, in its week (whose end is its beginning) and on a
-- special day. Rows that do already stay until they are changed: only what is written is looked at. The row that they
-- belong to is locked, so that of two who write at once the second sees what the first wrote.

CREATE FUNCTION session_is_on(opens_at time, closes_at time, since_midnight interval) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN since_midnight >= opens_at::interval AND since_midnight < closes_at::interval
        + CASE WHEN closes_at > opens_at THEN interval '0' ELSE interval '24 hours' END;
COMMENT ON FUNCTION session_is_on IS 'The moment is counted from the beginning of the day on which the session opens.';

CREATE FUNCTION store_hours_overlap() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    PERFORM FROM stores WHERE id = NEW.store_id FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT FROM store_hours a JOIN store_hours b USING (store_id)
        WHERE store_id = NEW.store_id AND (a.day_of_week, a.opens_at) <> (b.day_of_week, b.opens_at)
          AND (NEW.day_of_week, NEW.opens_at) IN ((a.day_of_week, a.opens_at), (b.day_of_week, b.opens_at))
          AND session_is_on(a.opens_at, a.closes_at,
                            b.opens_at::interval + (7 + b.day_of_week - a.day_of_week) % 7 * interval '24 hours')) THEN
        RAISE EXCEPTION 'opening hours overlap' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'store_hours_overlap', TABLE = 'store_hours';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION store_day_hours_overlap() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    PERFORM FROM store_days WHERE id = NEW.day_id FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT FROM store_day_hours a JOIN store_day_hours b USING (day_id)
        WHERE day_id = NEW.day_id AND a.opens_at <> b.opens_at AND NEW.opens_at IN (a.opens_at, b.opens_at)
          AND session_is_on(a.opens_at, a.closes_at, b.opens_at::interval)) THEN
        RAISE EXCEPTION 'opening hours overlap' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'store_day_hours_overlap', TABLE = 'store_day_hours';
    END IF;
    RETURN NULL;
END $$;

-- After each statement, so that whoever writes a row is told that it is that one; who rewrites a week row by row may defer it.
CREATE CONSTRAINT TRIGGER no_overlap AFTER INSERT OR UPDATE ON store_hours DEFERRABLE
    FOR EACH ROW EXECUTE FUNCTION store_hours_overlap();
CREATE CONSTRAINT TRIGGER no_overlap AFTER INSERT OR UPDATE ON store_day_hours DEFERRABLE
    FOR EACH ROW EXECUTE FUNCTION store_day_hours_overlap();
