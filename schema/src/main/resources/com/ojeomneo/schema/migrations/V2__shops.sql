-- What is for sale: shops with their hours, dishes with their options, and how many are left today.

CREATE TABLE stores (
    id              uuid PRIMARY KEY,
    name            text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    description     text        NOT NULL DEFAULT '' CHECK (char_length(description) <= 500),
    active          boolean     NOT NULL DEFAULT true,
    paused          boolean     NOT NULL DEFAULT false,
    cutoff_minutes  integer     NOT NULL DEFAULT 30 CHECK (cutoff_minutes BETWEEN 0 AND 1440),
    prep_minutes    integer     NOT NULL DEFAULT 10 CHECK (prep_minutes BETWEEN 0 AND 240),
    slot_minutes    integer     NOT NULL DEFAULT 10 CHECK (slot_minutes BETWEEN 5 AND 60),
    slot_capacity   integer     NOT NULL DEFAULT 20 CHECK (slot_capacity BETWEEN 1 AND 1000),
    max_quantity    integer     NOT NULL DEFAULT 20 CHECK (max_quantity BETWEEN 1 AND 1000),
    created_at      timestamptz NOT NULL,
    version         integer     NOT NULL DEFAULT 1
);
COMMENT ON COLUMN stores.cutoff_minutes IS 'Last order: this many minutes before closing.';
COMMENT ON COLUMN stores.paused IS 'The shop takes no orders for now, whatever its hours say.';
COMMENT ON COLUMN stores.max_quantity IS 'Most portions in one order.';

CREATE TABLE store_hours (
    store_id    uuid     NOT NULL REFERENCES stores,
    day_of_week smallint NOT NULL CHECK (day_of_week BETWEEN 1 AND 7),
    opens_at    time     NOT NULL,
    closes_at   time     NOT NULL,
    PRIMARY KEY (store_id, day_of_week, opens_at)
);
COMMENT ON TABLE store_hours IS 'ISO day of week (1 Monday), Asia/Seoul. closes_at at or before opens_at is on the next day; equal means 24 hours.';

CREATE TABLE store_closures (
    store_id uuid NOT NULL REFERENCES stores,
    from_day date NOT NULL,
    to_day   date NOT NULL,
    reason   text NOT NULL DEFAULT '',
    PRIMARY KEY (store_id, from_day),
    CHECK (to_day >= from_day)
);

CREATE TABLE menu_categories (
    code     text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]{1,30}$'),
    name     text    NOT NULL UNIQUE,
    position integer NOT NULL
);
CREATE INDEX menu_categories_position ON menu_categories (position, code);

CREATE TABLE menus (
    id          uuid PRIMARY KEY,
    store_id    uuid        NOT NULL REFERENCES stores,
    category    text        NOT NULL REFERENCES menu_categories,
    name        text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),
    description text        NOT NULL DEFAULT '' CHECK (char_length(description) <= 500),
    price       integer     NOT NULL CHECK (price BETWEEN 100 AND 1000000),
    image_url   text,
    tags        text[]      NOT NULL DEFAULT '{}',
    daily_limit integer CHECK (daily_limit BETWEEN 1 AND 100000),
    sold_out    boolean     NOT NULL DEFAULT false,
    active      boolean     NOT NULL DEFAULT true,
    created_at  timestamptz NOT NULL,
    version     integer     NOT NULL DEFAULT 1
);
COMMENT ON COLUMN menus.price IS 'KRW, tax included.';
COMMENT ON COLUMN menus.daily_limit IS 'Portions a business day; null is unlimited.';
-- Lists are read in the order of their ids (UUIDv7: the order in which the dishes were added).
CREATE INDEX menus_listed ON menus (id) WHERE active;
CREATE INDEX menus_of_store ON menus (store_id, id) WHERE active;
CREATE INDEX menus_of_category ON menus (category, id) WHERE active;
-- Over decomposed Hangul: a trigram index over composed syllables cannot find a two-syllable word.
CREATE INDEX menus_name_search ON menus USING gin (normalize(name, NFD) gin_trgm_ops) WHERE active;

CREATE TABLE option_groups (
    id          uuid PRIMARY KEY,
    menu_id     uuid    NOT NULL REFERENCES menus,
    name        text    NOT NULL CHECK (char_length(name) BETWEEN 1 AND 40),
    min_choices integer NOT NULL CHECK (min_choices >= 0),
    max_choices integer NOT NULL CHECK (max_choices BETWEEN 1 AND 20),
    position    integer NOT NULL,
    UNIQUE (menu_id, position),
    CHECK (min_choices <= max_choices)
);

CREATE TABLE options (
    id       uuid PRIMARY KEY,
    group_id uuid    NOT NULL REFERENCES option_groups,
    name     text    NOT NULL CHECK (char_length(name) BETWEEN 1 AND 40),
    price    integer NOT NULL CHECK (price BETWEEN 0 AND 1000000),
    sold_out boolean NOT NULL DEFAULT false,
    position integer NOT NULL,
    UNIQUE (group_id, position)
);

CREATE TABLE daily_stock (
    menu_id      uuid    NOT NULL REFERENCES menus,
    business_day date    NOT NULL,
    remaining    integer NOT NULL CHECK (remaining >= 0),
    PRIMARY KEY (menu_id, business_day)
);
COMMENT ON TABLE daily_stock IS 'Made at the first sale of the day from menus.daily_limit; remaining can never fall below zero.';

CREATE TABLE pickup_slots (
    store_id uuid        NOT NULL REFERENCES stores,
    at       timestamptz NOT NULL,
    taken    integer     NOT NULL CHECK (taken >= 0),
    PRIMARY KEY (store_id, at)
);

CREATE TABLE order_counters (
    store_id     uuid    NOT NULL REFERENCES stores,
    business_day date    NOT NULL,
    last         integer NOT NULL CHECK (last >= 1),
    PRIMARY KEY (store_id, business_day)
);
