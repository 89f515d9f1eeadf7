-- For whom a feature is on: a share of the devices, some platforms, a range of versions.

ALTER TABLE feature_flags
    ADD COLUMN percentage  integer NOT NULL DEFAULT 100 CHECK (percentage BETWEEN 0 AND 100),
    ADD COLUMN platforms   text[]  NOT NULL DEFAULT '{ios,android,web}'
        CHECK (platforms <@ ARRAY ['ios', 'android', 'web'] AND cardinality(platforms) > 0),
    ADD COLUMN min_version text CHECK (min_version ~ '^[0-9]{1,5}(\.[0-9]{1,5}){0,2}$'),
    ADD COLUMN max_version text CHECK (max_version ~ '^[0-9]{1,5}(\.[0-9]{1,5}){0,2}$');
COMMENT ON COLUMN feature_flags.percentage IS 'Of the devices, by a hash of key and device: who has it at 10 keeps it at 20.';
COMMENT ON COLUMN feature_flags.min_version IS 'Oldest version of the app with the feature; null for every one.';
COMMENT ON COLUMN feature_flags.max_version IS 'Newest version of the app with the feature; null for every one.';
