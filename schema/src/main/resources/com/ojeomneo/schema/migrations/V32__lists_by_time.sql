-- Lists that are narrowed by a time stand in its order: along the key, a page of years ago would walk all that is newer.
CREATE INDEX refunds_by_asking ON refunds (created_at DESC, id DESC);
CREATE INDEX audit_log_of_staff_by_time ON audit_log (staff_id, at DESC, id DESC);
DROP INDEX audit_log_of_staff;
