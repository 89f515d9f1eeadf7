-- Staff change and correct orders whose customers have closed the app: they are told of that, too.
CREATE OR REPLACE TRIGGER push_told AFTER INSERT ON order_events FOR EACH ROW
    WHEN (NEW.type IN ('ACCEPTED', 'READY', 'CANCELLED', 'CHANGED', 'CORRECTED')) EXECUTE FUNCTION push_order_event();
