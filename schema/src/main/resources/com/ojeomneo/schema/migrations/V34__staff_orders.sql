-- Orders that staff take at the counter or on the phone, money that is taken and given back at the till, and what is
-- changed about an order afterwards.

CREATE TYPE order_channel AS ENUM ('APP', 'COUNTER', 'PHONE');
ALTER TABLE orders ADD COLUMN channel order_channel NOT NULL DEFAULT 'APP';
COMMENT ON COLUMN orders.channel IS 'Who took it: the customer''s app, or staff (staff_orders).';

CREATE TABLE staff_orders (
    order_id        uuid PRIMARY KEY REFERENCES orders ON DELETE CASCADE,
    staff_id        uuid        NOT NULL REFERENCES staff,
    customer_name   text CHECK (char_length(customer_name) BETWEEN 1 AND 40),
    idempotency_key text        NOT NULL CHECK (char_length(idempotency_key) BETWEEN 1 AND 255),
    fingerprint     bytea       NOT NULL CHECK (octet_length(fingerprint) = 32),
    created_at      timestamptz NOT NULL,
    UNIQUE (staff_id, idempotency_key)
);
COMMENT ON COLUMN staff_orders.customer_name IS 'What is called out besides the number; forgotten once nobody waits for it any more.';
COMMENT ON COLUMN staff_orders.fingerprint IS 'SHA-256 of what was asked for: the same key with another wish is refused.';
CREATE INDEX staff_orders_named ON staff_orders (created_at) WHERE customer_name IS NOT NULL;

-- The till is another place where money is taken: it has no attempt and no key, but somebody who took it.
CREATE TYPE payment_kind AS ENUM ('PROVIDER', 'TILL');
ALTER TABLE payments
    ADD COLUMN kind payment_kind NOT NULL DEFAULT 'PROVIDER',
    ADD COLUMN supplement boolean NOT NULL DEFAULT false,
    ADD COLUMN taken_by uuid REFERENCES staff,
    ALTER COLUMN attempt_id DROP NOT NULL,
    ALTER COLUMN payment_key DROP NOT NULL,
    ADD CONSTRAINT payments_of_provider CHECK (
        (kind = 'PROVIDER') = (attempt_id IS NOT NULL) AND (kind = 'PROVIDER') = (payment_key IS NOT NULL)),
    ADD CONSTRAINT payments_at_till CHECK (
        (kind = 'TILL') = (taken_by IS NOT NULL)
        AND (kind = 'PROVIDER' OR (pays_order AND method IS NOT NULL AND receipt_url IS NULL))),
    ADD CONSTRAINT payments_supplement_at_till CHECK (NOT supplement OR kind = 'TILL');
COMMENT ON COLUMN payments.supplement IS 'What something dearer cost more than what it was taken instead of; an order may have several.';

DROP INDEX payments_one_per_order;
CREATE UNIQUE INDEX payments_one_per_order
    ON payments (order_id, (CASE WHEN pays_order AND NOT supplement THEN NULL ELSE id END)) NULLS NOT DISTINCT;
DROP INDEX payments_by_time;
CREATE INDEX payments_by_time ON payments (approved_at) INCLUDE (order_id, amount, method, pays_order, supplement);

-- What was taken at the till goes back at the till: no job tries it, somebody hands it over.
ALTER TABLE refunds
    ADD COLUMN at_till boolean NOT NULL DEFAULT false,
    ADD COLUMN handed_by uuid REFERENCES staff,
    DROP CONSTRAINT refunds_check1,
    ADD CONSTRAINT refunds_tried_until_done CHECK ((status = 'DONE' OR at_till) = (try_at IS NULL)),
    ADD CONSTRAINT refunds_handed_over CHECK (
        (handed_by IS NOT NULL) = (at_till AND status = 'DONE') AND NOT (at_till AND status = 'FAILED'));

-- Whoever asks for it, also a Server that does not know of tills yet.
CREATE FUNCTION refund_at_till() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    NEW.at_till := EXISTS (SELECT FROM payments WHERE id = NEW.payment_id AND kind = 'TILL');
    IF NEW.at_till THEN
        NEW.try_at := NULL;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER at_till BEFORE INSERT ON refunds FOR EACH ROW EXECUTE FUNCTION refund_at_till();

-- A portion of a line is either still part of the order, asked back, or was replaced: never two of these.
ALTER TABLE order_lines
    ADD COLUMN replaced_quantity integer NOT NULL DEFAULT 0,
    ADD COLUMN returned_quantity integer NOT NULL DEFAULT 0,
    ADD COLUMN waived integer NOT NULL DEFAULT 0,
    ADD COLUMN replaces smallint,
    DROP CONSTRAINT order_lines_refund_within_order,
    ADD CONSTRAINT order_lines_each_portion_once CHECK (
        refunded_quantity >= 0 AND replaced_quantity >= 0 AND refunded_quantity + replaced_quantity <= quantity),
    ADD CONSTRAINT order_lines_returned_within_replaced CHECK (
        returned_quantity BETWEEN 0 AND CASE WHEN took_stock THEN replaced_quantity ELSE 0 END),
    ADD CONSTRAINT order_lines_waived_within_amount CHECK (waived BETWEEN 0 AND amount),
    ADD FOREIGN KEY (order_id, replaces) REFERENCES order_lines;
COMMENT ON COLUMN order_lines.refunded_quantity IS 'Sum of refund_lines, done or not.';
COMMENT ON COLUMN order_lines.replaced_quantity IS 'Portions that were taken out of the order (order_changes): they are not cooked.';
COMMENT ON COLUMN order_lines.returned_quantity IS 'Of these, what went back into daily_stock.';
COMMENT ON COLUMN order_lines.waived IS 'What of the amount the shop does not ask for, KRW.';
COMMENT ON COLUMN order_lines.replaces IS 'The line instead of which it is cooked; null for what was ordered, or added.';

-- A refund that two payments bear has the line in both; its portions are counted in the first.
ALTER TABLE refund_lines DROP CONSTRAINT refund_lines_quantity_check, ADD CHECK (quantity >= 0);

CREATE TYPE change_settlement AS ENUM ('NONE', 'UNPAID', 'REFUNDED', 'PAID', 'WAIVED');
CREATE TABLE order_changes (
    id              uuid PRIMARY KEY,
    order_id        uuid              NOT NULL REFERENCES orders ON DELETE CASCADE,
    staff_id        uuid              NOT NULL REFERENCES staff,
    idempotency_key text              NOT NULL CHECK (char_length(idempotency_key) BETWEEN 1 AND 255),
    fingerprint     bytea             NOT NULL CHECK (octet_length(fingerprint) = 32),
    line            smallint,
    quantity        integer CHECK (quantity >= 1),
    new_line        smallint,
    credit          integer           NOT NULL CHECK (credit >= 0),
    cost            integer           NOT NULL CHECK (cost >= 0),
    settlement      change_settlement NOT NULL,
    reason          text              NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 200),
    created_at      timestamptz       NOT NULL,
    UNIQUE (order_id, idempotency_key),
    FOREIGN KEY (order_id, line) REFERENCES order_lines ON DELETE CASCADE,
    FOREIGN KEY (order_id, new_line) REFERENCES order_lines ON DELETE CASCADE,
    CHECK ((line IS NULL) = (quantity IS NULL)),
    CHECK (line IS NOT NULL OR new_line IS NOT NULL),
    CHECK (line IS NOT NULL OR credit = 0),
    CHECK (new_line IS NOT NULL OR cost = 0),
    CONSTRAINT order_changes_settled CHECK (
        CASE settlement WHEN 'NONE' THEN cost = credit
                        WHEN 'REFUNDED' THEN cost < credit
                        WHEN 'PAID' THEN cost > credit
                        WHEN 'WAIVED' THEN cost > credit
                        ELSE true END)
);
COMMENT ON TABLE order_changes IS 'Lines that staff changed after the order was placed: what was taken out, what was put in, who bears the difference. Never changed.';
COMMENT ON COLUMN order_changes.credit IS 'What the portions taken out had cost, KRW.';
COMMENT ON COLUMN order_changes.cost IS 'What is put in costs, before anything is waived, KRW.';

-- What was sold, as V15 has it: of a line only what was not replaced.
CREATE OR REPLACE FUNCTION dish_sales_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    INSERT INTO dish_sales_entries (menu_id, business_day, portions)
    SELECT menu_id, NEW.business_day,
           CASE WHEN NEW.status = 'PAID' THEN sum(quantity - replaced_quantity)
                ELSE -sum(quantity - replaced_quantity) END
    FROM order_lines WHERE order_id = NEW.id GROUP BY menu_id HAVING sum(quantity - replaced_quantity) <> 0;
    RETURN NULL;
END $$;

CREATE FUNCTION dish_sales_of_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    INSERT INTO dish_sales_entries (menu_id, business_day, portions)
    SELECT l.menu_id, o.business_day, CASE WHEN l.line = NEW.line THEN -NEW.quantity ELSE l.quantity END
    FROM orders o JOIN order_lines l ON l.order_id = o.id
    WHERE o.id = NEW.order_id AND l.line IN (NEW.line, NEW.new_line)
      AND o.status IN ('PAID', 'ACCEPTED', 'PREPARING', 'READY', 'COMPLETED');
    RETURN NULL;
END $$;
CREATE TRIGGER dish_sales_of_change AFTER INSERT ON order_changes
    FOR EACH ROW EXECUTE FUNCTION dish_sales_of_change();

CREATE OR REPLACE FUNCTION recount_dish_sales(since date) RETURNS void
    LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    LOCK TABLE dish_sales_entries IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM dish_sales_entries;
    DELETE FROM dish_sales;
    INSERT INTO dish_sales
    SELECT menu_id, business_day, sum(quantity - replaced_quantity)
    FROM orders JOIN order_lines ON order_id = orders.id
    WHERE business_day >= since AND status IN ('PAID', 'ACCEPTED', 'PREPARING', 'READY', 'COMPLETED')
    GROUP BY menu_id, business_day HAVING sum(quantity - replaced_quantity) <> 0;
END $$;

-- What was called out, once nobody waits for it: of orders that are over. From the fingerprint it could be guessed.
CREATE FUNCTION forget_names(until timestamptz, most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    gone integer;
BEGIN
    PERFORM refuse_before_its_time(until, interval '30 days');
    UPDATE staff_orders SET customer_name = NULL, fingerprint = sha256('') WHERE order_id IN (
        SELECT s.order_id FROM staff_orders s JOIN orders o ON o.id = s.order_id
        WHERE s.customer_name IS NOT NULL AND s.created_at < until
          AND o.status IN ('COMPLETED', 'CANCELLED', 'EXPIRED')
        ORDER BY s.created_at LIMIT most FOR UPDATE OF s SKIP LOCKED);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;
REVOKE EXECUTE ON FUNCTION forget_names FROM PUBLIC;

ALTER TYPE audit_action ADD VALUE 'TILL';
