-- Who may do what, whole: run again whenever it changes. The owner of the tables is nobody's log-in but `server migrate`'s.
--   ojeomneo_domain  writes what the state machine owns; a group, never a log-in
--   ojeomneo_server  DML on everything (a member of ojeomneo_domain)
--   ojeomneo_admin   reads everything, writes the catalogue and the settings; becomes ojeomneo_domain only by
--                    SET LOCAL ROLE inside a domain transaction (NOINHERIT)

DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY ['ojeomneo_domain', 'ojeomneo_server', 'ojeomneo_admin'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', name);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this cluster was first
            END;
        END IF;
    END LOOP;
    IF NOT pg_has_role('ojeomneo_server', 'ojeomneo_domain', 'MEMBER') THEN
        GRANT ojeomneo_domain TO ojeomneo_server;
    END IF;
    IF NOT pg_has_role('ojeomneo_admin', 'ojeomneo_domain', 'MEMBER') THEN
        GRANT ojeomneo_domain TO ojeomneo_admin;
    END IF;
    IF (SELECT rolinherit FROM pg_roles WHERE rolname = 'ojeomneo_admin') THEN
        ALTER ROLE ojeomneo_admin NOINHERIT;
    END IF;
END $$;

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ojeomneo_domain, ojeomneo_server, ojeomneo_admin;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO ojeomneo_domain, ojeomneo_server, ojeomneo_admin;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ojeomneo_server;

GRANT SELECT ON ALL TABLES IN SCHEMA public TO ojeomneo_domain, ojeomneo_admin;
GRANT INSERT, UPDATE ON
    orders, payments, payment_attempts, refunds, daily_stock, pickup_slots, order_counters
    TO ojeomneo_domain;
GRANT INSERT ON order_lines, order_line_options, order_events, outbox, refund_lines, staff_orders, order_changes
    TO ojeomneo_domain;
GRANT UPDATE (refunded_quantity, replaced_quantity, returned_quantity) ON order_lines TO ojeomneo_domain;
GRANT UPDATE (order_event_seq) ON users TO ojeomneo_domain;
-- Who stands at a shop's counter is a guest without a session.
GRANT INSERT (id, display_name, guest, created_at) ON users TO ojeomneo_domain;
-- Staff may ask for a look at the provider; only the Server looks.
GRANT INSERT, UPDATE ON payment_checks TO ojeomneo_domain;

GRANT INSERT, UPDATE, DELETE ON
    stores, store_hours, store_closures, store_days, store_day_hours, menu_categories, menus, menu_prices,
    menu_availability, option_groups, options, app_versions, feature_flags, app_settings, notices
    TO ojeomneo_admin;
-- Named by their content: added by Admin, changed by nobody.
GRANT INSERT ON images TO ojeomneo_admin;
REVOKE INSERT, UPDATE, DELETE ON images FROM ojeomneo_server;

-- Credentials are the Server's: nobody else reads a password or token hash, or a stored answer.
REVOKE SELECT ON users, refresh_tokens, idempotency_keys, revoked_tokens, verification_codes, mail_requests,
    push_subscriptions, user_identities, login_nonces, identity_unlinks FROM ojeomneo_domain, ojeomneo_admin;
GRANT SELECT (id, email, display_name, guest, order_event_seq, created_at, deleted_at, version)
    ON users TO ojeomneo_domain, ojeomneo_admin;

-- Whose closed accounts were is read by the owner of the tables alone, when the law asks; the Server knows only when to
-- forget it.
REVOKE ALL ON retained_accounts FROM ojeomneo_server, ojeomneo_domain, ojeomneo_admin;
GRANT INSERT, DELETE ON retained_accounts TO ojeomneo_server;
GRANT SELECT (user_id, keep_until) ON retained_accounts TO ojeomneo_server;

-- Who works in the back office is the back office's: the Server does not even read it.
REVOKE ALL ON staff, staff_roles, staff_role_rules, staff_recovery_codes, staff_sessions, staff_links
    FROM ojeomneo_server, ojeomneo_domain;
GRANT INSERT, UPDATE, DELETE ON staff, staff_roles, staff_recovery_codes, staff_sessions, staff_links TO ojeomneo_admin;
GRANT UPDATE ON staff_role_rules TO ojeomneo_admin;
-- A token for a customer's view of the app goes from one to the other, and back to nobody.
REVOKE ALL ON customer_views FROM ojeomneo_server, ojeomneo_domain, ojeomneo_admin;
GRANT INSERT ON customer_views TO ojeomneo_admin;
GRANT SELECT, DELETE ON customer_views TO ojeomneo_server;
-- So is what they want to see again, and what they take along.
REVOKE ALL ON saved_views FROM ojeomneo_server, ojeomneo_domain;
GRANT INSERT, UPDATE, DELETE ON saved_views TO ojeomneo_admin;
REVOKE ALL ON exports, export_chunks FROM ojeomneo_server, ojeomneo_domain;
GRANT INSERT, UPDATE, DELETE ON exports TO ojeomneo_admin;
GRANT INSERT, DELETE ON export_chunks TO ojeomneo_admin;
-- Its log is added to and never changed, also inside a domain transaction. The Server, a member of ojeomneo_domain, could
-- add to it; it has no reason to, and does not even read it.
REVOKE ALL ON audit_log FROM ojeomneo_server, ojeomneo_domain;
GRANT INSERT ON audit_log TO ojeomneo_admin, ojeomneo_domain;

-- The history of an order is append-only, for everyone.
REVOKE UPDATE, DELETE ON order_events FROM ojeomneo_server;
-- So is what was asked back.
REVOKE UPDATE, DELETE ON refund_lines, order_changes FROM ojeomneo_server;
-- What has had its time goes by these alone, and by nobody but the Server's jobs.
GRANT EXECUTE ON FUNCTION forget_orders, forget_notes, forget_names, forget_guests, forget_audit_log, forget_staff
    TO ojeomneo_server;
-- Prices that have begun are carried over to their dishes by the Server's job.
GRANT EXECUTE ON FUNCTION carry_over_menu_prices TO ojeomneo_server;
-- The schema's own record is the owner's; the apps only compare versions.
REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM ojeomneo_server;
