-- Where customers' devices are told of their orders while the app is closed.

CREATE TABLE push_subscriptions (
    session_id uuid PRIMARY KEY REFERENCES user_sessions ON DELETE CASCADE,
    user_id    uuid        NOT NULL REFERENCES users,
    endpoint   text        NOT NULL UNIQUE CHECK (char_length(endpoint) <= 1000),
    public_key bytea       NOT NULL CHECK (octet_length(public_key) = 65),
    secret     bytea       NOT NULL CHECK (octet_length(secret) = 16),
    language   text        NOT NULL CHECK (language IN ('ko', 'en')),
    created_at timestamptz NOT NULL
);
COMMENT ON TABLE push_subscriptions IS 'One a log-in, as long as that lasts: RFC 8291 names the endpoint, p256dh (public_key) and auth (secret).';
CREATE INDEX push_subscriptions_of_user ON push_subscriptions (user_id);

CREATE TABLE push_messages (
    session_id uuid        NOT NULL,
    order_id   uuid        NOT NULL,
    seq        integer     NOT NULL,
    tries      integer     NOT NULL DEFAULT 0,
    try_at     timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, order_id, seq)
);
COMMENT ON TABLE push_messages IS 'Events that a device has still to be told. No foreign keys: a log-out must never be in the way of an order.';
CREATE INDEX push_messages_due ON push_messages (try_at);

-- In the transaction of the event, whichever app moves the order.
CREATE FUNCTION push_order_event() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    INSERT INTO push_messages (session_id, order_id, seq, try_at, created_at)
    SELECT session_id, NEW.order_id, NEW.seq, NEW.created_at, NEW.created_at
    FROM push_subscriptions WHERE user_id = NEW.user_id;
    RETURN NULL;
END $$;
CREATE TRIGGER push_told AFTER INSERT ON order_events FOR EACH ROW
    WHEN (NEW.type IN ('ACCEPTED', 'READY', 'CANCELLED')) EXECUTE FUNCTION push_order_event();
