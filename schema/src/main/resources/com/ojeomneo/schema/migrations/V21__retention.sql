-- What has an end, and when: docs/security.md says why. Some of these tables are only added to by whoever serves: these
-- functions, which are the owner's, are the one way for anything to go, and each goes no further than its own rule,
-- whatever it is asked for.

CREATE INDEX users_unused ON users (created_at) WHERE guest OR deleted_at IS NOT NULL;
CREATE INDEX users_closed ON users (deleted_at) WHERE deleted_at IS NOT NULL;
-- Whether a user may go is asked of it, too.
CREATE INDEX user_sessions_of_user ON user_sessions (user_id);
CREATE INDEX audit_log_by_time ON audit_log (at);

CREATE FUNCTION refuse_before_its_time(until timestamptz, kept interval) RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    -- A day for clocks and time zones that do not agree.
    IF until > now() - kept + interval '1 day' THEN
        RAISE EXCEPTION 'it has to be kept for %', kept USING ERRCODE = 'check_violation';
    END IF;
END $$;

-- Orders that ended, with all that was paid for them; nothing about them may be under way or be younger.
CREATE FUNCTION forget_orders(until timestamptz, most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    old uuid[];
BEGIN
    PERFORM refuse_before_its_time(until, interval '5 years');
    SELECT array_agg(id) INTO old FROM (
        SELECT o.id FROM orders o
        WHERE o.created_at < until AND o.status IN ('COMPLETED', 'CANCELLED', 'EXPIRED')
          AND NOT EXISTS (SELECT FROM order_events e WHERE e.order_id = o.id AND e.created_at >= until)
          AND NOT EXISTS (SELECT FROM refunds r
                          WHERE r.order_id = o.id AND (r.status <> 'DONE' OR r.done_at >= until))
          AND NOT EXISTS (SELECT FROM payment_attempts a WHERE a.order_id = o.id AND a.status = 'OPEN')
          AND NOT EXISTS (SELECT FROM payment_checks c WHERE c.order_id = o.id)
        ORDER BY o.created_at LIMIT most FOR UPDATE SKIP LOCKED) due;
    IF old IS NULL THEN
        RETURN 0;
    END IF;
    DELETE FROM refund_lines WHERE order_id = ANY (old);
    DELETE FROM refunds WHERE order_id = ANY (old);
    DELETE FROM payments WHERE order_id = ANY (old);
    DELETE FROM payment_attempts WHERE order_id = ANY (old);
    DELETE FROM order_events WHERE order_id = ANY (old);
    DELETE FROM order_line_options WHERE order_id = ANY (old);
    DELETE FROM order_lines WHERE order_id = ANY (old);
    DELETE FROM orders WHERE id = ANY (old);
    RETURN cardinality(old);
END $$;

-- What those whose account was closed after this moment wrote to the kitchen, once it has cooked: nobody needs it to
-- prove an order.
CREATE FUNCTION forget_notes(closed_after timestamptz, most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    due uuid[];
BEGIN
    SELECT array_agg(id) INTO due FROM (
        SELECT o.id FROM users u JOIN orders o ON o.user_id = u.id
        WHERE u.deleted_at >= closed_after AND o.note IS NOT NULL
          AND o.status IN ('COMPLETED', 'CANCELLED', 'EXPIRED')
        LIMIT most FOR NO KEY UPDATE OF o SKIP LOCKED) noted;
    IF due IS NULL THEN
        RETURN 0;
    END IF;
    UPDATE order_events SET snapshot = jsonb_set(snapshot::jsonb, '{note}', 'null')::json
    WHERE order_id = ANY (due) AND snapshot ->> 'note' IS NOT NULL;
    UPDATE orders SET note = NULL WHERE id = ANY (due);
    RETURN cardinality(due);
END $$;

-- Guests without a session cannot come back, and closed accounts without orders are rows about nobody.
CREATE FUNCTION forget_guests(until timestamptz, most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    unused uuid[];
BEGIN
    PERFORM refuse_before_its_time(until, interval '90 days');
    SELECT array_agg(id) INTO unused FROM (
        SELECT u.id FROM users u
        WHERE (u.guest OR u.deleted_at IS NOT NULL) AND u.created_at < until
          AND NOT EXISTS (SELECT FROM orders o WHERE o.user_id = u.id)
          AND NOT EXISTS (SELECT FROM user_sessions s WHERE s.user_id = u.id)
          AND NOT EXISTS (SELECT FROM user_identities i WHERE i.user_id = u.id)
          AND NOT EXISTS (SELECT FROM identity_unlinks i WHERE i.user_id = u.id)
          AND NOT EXISTS (SELECT FROM retained_accounts r WHERE r.user_id = u.id)
        ORDER BY u.created_at LIMIT most FOR UPDATE SKIP LOCKED) due;
    IF unused IS NULL THEN
        RETURN 0;
    END IF;
    DELETE FROM consents WHERE user_id = ANY (unused);
    DELETE FROM favourites WHERE user_id = ANY (unused);
    DELETE FROM users WHERE id = ANY (unused);
    RETURN cardinality(unused);
END $$;

-- The log is kept as long as the orders that it explains.
CREATE FUNCTION forget_audit_log(until timestamptz, most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    gone integer;
BEGIN
    PERFORM refuse_before_its_time(until, interval '5 years');
    DELETE FROM audit_log WHERE id IN (SELECT id FROM audit_log WHERE at < until ORDER BY at LIMIT most);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;

-- Who left is nobody after a while; what they did stays in the log, under their id. The hash is of no password.
CREATE FUNCTION forget_staff(until timestamptz, most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    gone uuid[];
BEGIN
    PERFORM refuse_before_its_time(until, interval '3 years');
    SELECT array_agg(id) INTO gone FROM (
        SELECT id FROM staff
        WHERE disabled_at < until AND email <> (id || '@left.invalid')::citext
        ORDER BY disabled_at LIMIT most FOR UPDATE SKIP LOCKED) due;
    IF gone IS NULL THEN
        RETURN 0;
    END IF;
    DELETE FROM staff_sessions WHERE staff_id = ANY (gone);
    DELETE FROM staff_recovery_codes WHERE staff_id = ANY (gone);
    DELETE FROM staff_roles WHERE staff_id = ANY (gone);
    UPDATE staff SET
        email = id || '@left.invalid', display_name = '떠난 직원', totp_sealed = NULL, totp_confirmed_at = NULL,
        totp_last_step = NULL, version = version + 1,
        password_hash = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    WHERE id = ANY (gone);
    RETURN cardinality(gone);
END $$;

REVOKE EXECUTE ON FUNCTION refuse_before_its_time, forget_orders, forget_notes, forget_guests, forget_audit_log,
    forget_staff FROM PUBLIC;

-- Accounts that were closed before this was done.
SELECT forget_notes('-infinity', 2147483647);
