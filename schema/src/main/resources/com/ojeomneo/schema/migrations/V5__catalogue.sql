-- What customers must be told about a dish (allergens, origin), and the pictures of the catalogue.

CREATE TABLE images (
    sha256     text PRIMARY KEY,
    media_type text        NOT NULL CHECK (media_type IN ('image/svg+xml', 'image/png', 'image/jpeg', 'image/webp')),
    bytes      bytea       NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 1048576),
    created_at timestamptz NOT NULL,
    -- Caches keep a picture for a year: its name must mean these bytes and no others.
    CONSTRAINT images_named_by_content CHECK (sha256 = encode(sha256(bytes), 'hex'))
);
COMMENT ON TABLE images IS 'Added, never changed: another picture is another row.';

ALTER TABLE stores ADD COLUMN image text REFERENCES images;
ALTER TABLE menu_categories ADD COLUMN image text REFERENCES images;

ALTER TABLE menus
    ADD COLUMN allergens text[] NOT NULL DEFAULT '{}',
    ADD COLUMN origin    text CHECK (char_length(origin) BETWEEN 1 AND 500),
    -- The kinds that Korean food labels name, as com.ojeomneo.menu.Allergen has them.
    ADD CONSTRAINT menus_known_allergens CHECK (allergens <@ ARRAY [
        'EGG', 'MILK', 'BUCKWHEAT', 'PEANUT', 'SOY', 'WHEAT', 'MACKEREL', 'CRAB', 'SHRIMP', 'PORK', 'PEACH',
        'TOMATO', 'SULFITE', 'WALNUT', 'CHICKEN', 'BEEF', 'SQUID', 'SHELLFISH', 'PINE_NUT']);
COMMENT ON COLUMN menus.origin IS 'Where its ingredients come from, as the law on labels of origin words it: 돼지고기: 국내산.';
