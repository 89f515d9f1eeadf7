-- The apps of the stores are told of orders too: the same rows, delivered by Firebase or Apple.

ALTER TABLE push_subscriptions
    ADD COLUMN way text NOT NULL DEFAULT 'WEB' CHECK (way IN ('WEB', 'FCM', 'APNS')),
    ALTER COLUMN public_key DROP NOT NULL,
    ALTER COLUMN secret DROP NOT NULL,
    ADD CONSTRAINT push_subscriptions_keys_of_browsers
        CHECK ((way = 'WEB') = (public_key IS NOT NULL) AND (way = 'WEB') = (secret IS NOT NULL)),
    DROP CONSTRAINT push_subscriptions_endpoint_key,
    ADD CONSTRAINT push_subscriptions_one_a_device UNIQUE (way, endpoint);
COMMENT ON TABLE push_subscriptions IS 'One a log-in, as long as that lasts. WEB: RFC 8291 names the endpoint, p256dh (public_key) and auth (secret). FCM, APNS: the endpoint is the token that the phone was given.';

ALTER TABLE push_messages
    ADD COLUMN way text NOT NULL DEFAULT 'WEB' CHECK (way IN ('WEB', 'FCM', 'APNS'));
COMMENT ON COLUMN push_messages.way IS 'Of the subscription, also when that has ended since.';

CREATE OR REPLACE FUNCTION push_order_event() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    INSERT INTO push_messages (session_id, way, order_id, seq, try_at, created_at)
    SELECT session_id, way, NEW.order_id, NEW.seq, NEW.created_at, NEW.created_at
    FROM push_subscriptions WHERE user_id = NEW.user_id;
    RETURN NULL;
END $$;
