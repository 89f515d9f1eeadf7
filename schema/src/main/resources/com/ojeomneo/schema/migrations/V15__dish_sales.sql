-- Portions sold of each dish on the last business days: what is popular, without reading orders.

CREATE TABLE dish_sales (
    menu_id      uuid    NOT NULL REFERENCES menus,
    business_day date    NOT NULL,
    portions     integer NOT NULL,
    PRIMARY KEY (menu_id, business_day)
);
COMMENT ON TABLE dish_sales IS 'Portions of orders that are paid and not cancelled, as of the entries folded into it; the last days only.';
CREATE INDEX dish_sales_of_day ON dish_sales (business_day, menu_id) INCLUDE (portions);

CREATE TABLE dish_sales_entries (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    menu_id      uuid    NOT NULL,
    business_day date    NOT NULL,
    portions     integer NOT NULL CHECK (portions <> 0)
);
COMMENT ON TABLE dish_sales_entries IS 'What dish_sales does not hold yet. Only added to by orders: two that pay for the same dish do not wait for each other.';

-- In the transaction that pays or cancels the order, whoever writes: sold is what was paid and not cancelled since.
CREATE FUNCTION dish_sales_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    INSERT INTO dish_sales_entries (menu_id, business_day, portions)
    SELECT menu_id, NEW.business_day, CASE WHEN NEW.status = 'PAID' THEN sum(quantity) ELSE -sum(quantity) END
    FROM order_lines WHERE order_id = NEW.id GROUP BY menu_id;
    RETURN NULL;
END $$;
CREATE TRIGGER dish_sales_paid AFTER UPDATE OF status ON orders FOR EACH ROW
    WHEN (OLD.status <> 'PAID' AND NEW.status = 'PAID') EXECUTE FUNCTION dish_sales_changed();
CREATE TRIGGER dish_sales_cancelled AFTER UPDATE OF status ON orders FOR EACH ROW
    WHEN (OLD.status IN ('PAID', 'ACCEPTED', 'PREPARING', 'READY') AND NEW.status = 'CANCELLED')
    EXECUTE FUNCTION dish_sales_changed();

-- For orders that were written past the triggers: now, and by the seed of the local stack. Reads every order.
CREATE FUNCTION recount_dish_sales(since date) RETURNS void
    LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
    -- Whoever has added an entry has committed it, whoever adds one later waits.
    LOCK TABLE dish_sales_entries IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM dish_sales_entries;
    DELETE FROM dish_sales;
    INSERT INTO dish_sales
    SELECT menu_id, business_day, sum(quantity)
    FROM orders JOIN order_lines ON order_id = orders.id
    WHERE business_day >= since AND status IN ('PAID', 'ACCEPTED', 'PREPARING', 'READY', 'COMPLETED')
    GROUP BY menu_id, business_day;
END $$;
REVOKE EXECUTE ON FUNCTION recount_dish_sales FROM PUBLIC;

SELECT recount_dish_sales((now() AT TIME ZONE 'Asia/Seoul')::date - 7);
