-- What makes the codes of an authenticator app is not readable here, nor in a backup: the Admin seals it under a key that
-- only its environment holds. What stood here in the clear cannot be sealed by a migration and must not stay: it goes, and
-- with it the second factor of whoever had one. They sign in with their password and begin it anew.
UPDATE staff SET totp_secret = NULL, totp_confirmed_at = NULL, totp_last_step = NULL WHERE totp_secret IS NOT NULL;
DELETE FROM staff_recovery_codes;

ALTER TABLE staff DROP COLUMN totp_secret; -- and the constraints that name it
-- 4 bytes that name the key, 12 of nonce, 20 of secret, 16 of tag.
ALTER TABLE staff ADD COLUMN totp_sealed bytea CHECK (octet_length(totp_sealed) = 52);
ALTER TABLE staff ADD CONSTRAINT staff_second_factor_is_whole
    CHECK (totp_confirmed_at IS NULL OR (totp_sealed IS NOT NULL AND totp_last_step IS NOT NULL));
COMMENT ON COLUMN staff.totp_sealed IS 'AES-256-GCM, bound to the id of the row; a copy in another row opens nothing.';
