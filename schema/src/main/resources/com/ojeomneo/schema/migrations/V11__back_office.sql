-- What the back office keeps of its own doings, and the indexes that its lists read by.

CREATE TYPE audit_action AS ENUM
    ('CREATE', 'UPDATE', 'DELETE', 'REVERT', 'REVEAL', 'EXPORT', 'TRANSITION', 'DELAY', 'REFUND', 'LOOK_UP', 'STOCK');

CREATE TABLE audit_log (
    id       uuid PRIMARY KEY,
    at       timestamptz  NOT NULL,
    staff_id uuid         NOT NULL REFERENCES staff,
    address  text         NOT NULL CHECK (char_length(address) <= 64),
    action   audit_action NOT NULL,
    resource text         NOT NULL,
    record   text,
    before   jsonb,
    after    jsonb,
    reason   text CHECK (char_length(reason) BETWEEN 1 AND 200),
    trace_id text
);
COMMENT ON TABLE audit_log IS 'Every write of staff, and each look at personal data. Added to, never changed: nobody who serves may.';
COMMENT ON COLUMN audit_log.record IS 'The key of the row, parts joined by ~; null for a whole list (EXPORT).';
CREATE INDEX audit_log_of_record ON audit_log (resource, record, id DESC);
CREATE INDEX audit_log_of_staff ON audit_log (staff_id, id DESC);

ALTER TABLE menu_categories ADD COLUMN version integer NOT NULL DEFAULT 1;

-- Staff look for what customers no longer see, too.
DROP INDEX menus_name_search;
CREATE INDEX menus_name_search ON menus USING gin (normalize(name, NFD) gin_trgm_ops);
CREATE INDEX users_name_search ON users USING gin (normalize(display_name, NFD) gin_trgm_ops);

-- The newest of a state: common ones are found along the key, live ones along orders_live, rare ones here.
CREATE INDEX orders_ended ON orders (id DESC) WHERE status IN ('CANCELLED', 'EXPIRED');
-- Its order is the list's order and its range the list's range: with two columns for that the planner walks them all.
CREATE INDEX orders_by_time ON orders (created_at DESC, id DESC);

-- Groups and options are put in another order in one transaction: only its end counts.
ALTER TABLE option_groups DROP CONSTRAINT option_groups_menu_id_position_key,
    ADD CONSTRAINT option_groups_position UNIQUE (menu_id, position) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE options DROP CONSTRAINT options_group_id_position_key,
    ADD CONSTRAINT options_position UNIQUE (group_id, position) DEFERRABLE INITIALLY DEFERRED;
-- What was ordered is copied: an option may go, also one that somebody once chose.
ALTER TABLE order_line_options DROP CONSTRAINT order_line_options_option_id_fkey;

-- However many leave at once: the last owner locks nobody out, themselves included.
CREATE FUNCTION staff_keep_an_owner() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('staff_keep_an_owner'));
    IF NOT EXISTS (SELECT FROM staff_roles r JOIN staff s ON s.id = r.staff_id
                   WHERE r.role = 'OWNER' AND s.disabled_at IS NULL) THEN
        RAISE EXCEPTION 'nobody would own the back office' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'staff_keep_an_owner', TABLE = 'staff';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER keep_an_owner AFTER UPDATE OR DELETE ON staff_roles DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.role = 'OWNER') EXECUTE FUNCTION staff_keep_an_owner();
CREATE CONSTRAINT TRIGGER keep_an_owner AFTER UPDATE OF disabled_at ON staff DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.disabled_at IS NULL AND NEW.disabled_at IS NOT NULL) EXECUTE FUNCTION staff_keep_an_owner();
