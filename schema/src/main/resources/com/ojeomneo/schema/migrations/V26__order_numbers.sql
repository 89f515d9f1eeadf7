-- Staff find an order by the number that its customer names: the newest one first, and one that nobody has at once.
CREATE INDEX orders_by_number ON orders (number, created_at DESC, id DESC);
