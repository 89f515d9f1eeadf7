-- The statement of a shop adds up days of money: what was taken and given back on them is read off these alone.
CREATE INDEX payments_by_time ON payments (approved_at) INCLUDE (order_id, amount, method, pays_order);
CREATE INDEX refunds_by_time ON refunds (done_at) INCLUDE (order_id, payment_id, amount) WHERE done_at IS NOT NULL;
