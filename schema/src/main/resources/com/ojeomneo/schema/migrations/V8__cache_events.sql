-- Whoever changes what the cached answers show (Server, Admin, somebody with psql) says so in the same transaction:
-- an outbox row of the topic `cache` with the tags of the answers that are no longer true. A tag is
--   menu:{id}, menus:{store}, menus, store:{id}, stores, config, or all.

-- Not by the writer's own grants: what it may write to the outbox is these rows only.
CREATE FUNCTION announce_cache_change(tags text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
    INSERT INTO outbox (topic, payload)
    SELECT 'cache', json_build_object('tags', tags) WHERE cardinality(tags) > 0;
$$;
REVOKE EXECUTE ON FUNCTION announce_cache_change FROM PUBLIC;

-- One row a statement, however many rows it changes. Its argument is the array of tags of one row, as SQL.
CREATE FUNCTION cached_rows_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    changed text := CASE TG_OP
        WHEN 'INSERT' THEN 'SELECT * FROM rows_after'
        WHEN 'DELETE' THEN 'SELECT * FROM rows_before'
        ELSE 'SELECT * FROM rows_before UNION ALL SELECT * FROM rows_after' END;
    tags text[];
BEGIN
    EXECUTE format('SELECT array_agg(DISTINCT tag) FROM (%s) changed, unnest(%s) tag', changed, TG_ARGV[0]) INTO tags;
    PERFORM announce_cache_change(tags);
    RETURN NULL;
END $$;

DO $$
DECLARE
    of_dish text := 'ARRAY[''menu:'' || id, ''menus:'' || store_id, ''menus'']';
    of_shop text := 'ARRAY[''store:'' || %1$s, ''stores'', ''menus:'' || %1$s, ''menus'']'
        || ' || ARRAY(SELECT ''menu:'' || m.id FROM menus m WHERE m.store_id = %1$s)';
    of_option text := 'ARRAY(SELECT ''menu:'' || g.menu_id FROM option_groups g WHERE g.id = group_id)';
    watched record;
    event record;
BEGIN
    FOR watched IN SELECT * FROM (VALUES
        ('menus', of_dish),
        ('stores', format(of_shop, 'changed.id')),
        ('store_hours', format(of_shop, 'changed.store_id')),
        ('store_closures', format(of_shop, 'changed.store_id')),
        ('option_groups', 'ARRAY[''menu:'' || menu_id]'),
        ('options', of_option),
        -- Their names and pictures stand in every dish.
        ('menu_categories', 'ARRAY[''all'']'),
        ('app_versions', 'ARRAY[''config'']'),
        ('feature_flags', 'ARRAY[''config'']'),
        ('app_settings', 'ARRAY[''config'']'),
        ('notices', 'ARRAY[''config'']')) AS w (name, tags)
    LOOP
        FOR event IN SELECT * FROM (VALUES
            ('INSERT', 'NEW TABLE AS rows_after'),
            ('UPDATE', 'OLD TABLE AS rows_before NEW TABLE AS rows_after'),
            ('DELETE', 'OLD TABLE AS rows_before')) AS e (name, rows)
        LOOP
            EXECUTE format(
                'CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s FOR EACH STATEMENT EXECUTE FUNCTION cached_rows_changed(%L)',
                'cache_' || lower(event.name), event.name, watched.name, event.rows, watched.tags);
        END LOOP;
    END LOOP;
END $$;

-- With every order: by row, prepared, and of the stock only what a list shows, gone or not.
CREATE FUNCTION cached_stock_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM announce_cache_change(ARRAY['menu:' || m.id, 'menus:' || m.store_id, 'menus'])
    FROM menus m WHERE m.id = coalesce(NEW.menu_id, OLD.menu_id);
    RETURN NULL;
END $$;
CREATE TRIGGER cache_insert AFTER INSERT ON daily_stock FOR EACH ROW
    WHEN (NEW.remaining = 0) EXECUTE FUNCTION cached_stock_changed();
CREATE TRIGGER cache_update AFTER UPDATE ON daily_stock FOR EACH ROW
    WHEN ((OLD.remaining = 0) <> (NEW.remaining = 0)) EXECUTE FUNCTION cached_stock_changed();
CREATE TRIGGER cache_delete AFTER DELETE ON daily_stock FOR EACH ROW
    WHEN (OLD.remaining = 0) EXECUTE FUNCTION cached_stock_changed();

CREATE FUNCTION cached_slot_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM announce_cache_change(ARRAY['store:' || coalesce(NEW.store_id, OLD.store_id), 'stores']);
    RETURN NULL;
END $$;
CREATE TRIGGER cache_change AFTER INSERT OR UPDATE OR DELETE ON pickup_slots FOR EACH ROW
    EXECUTE FUNCTION cached_slot_changed();
