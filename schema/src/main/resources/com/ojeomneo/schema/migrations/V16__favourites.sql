-- Shops and dishes that customers keep a heart on.

CREATE TABLE favourites (
    id         uuid PRIMARY KEY,
    user_id    uuid        NOT NULL REFERENCES users,
    store_id   uuid REFERENCES stores,
    menu_id    uuid REFERENCES menus,
    created_at timestamptz NOT NULL,
    UNIQUE (user_id, store_id),
    UNIQUE (user_id, menu_id),
    CONSTRAINT favourites_of_one_thing CHECK (num_nonnulls(store_id, menu_id) = 1)
);
-- Read newest first: ids are UUIDv7.
CREATE INDEX favourites_of_user ON favourites (user_id, id DESC);
