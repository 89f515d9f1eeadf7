-- Each order is written into every one of these: what another index answers as well, goes.

-- A state is looked for among one customer's orders (orders_of_user): that is never many.
DROP INDEX orders_of_user_by_status;

-- One index for both: an order is paid once, and the payments of an order are found.
DROP INDEX payments_of_order;
DROP INDEX payments_one_per_order;
CREATE UNIQUE INDEX payments_one_per_order
    ON payments (order_id, (CASE WHEN pays_order THEN NULL ELSE id END)) NULLS NOT DISTINCT;
