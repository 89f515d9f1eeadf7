import { useQueries } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { answer, api } from '../api/http';
import { listQuery } from '../api/data';
import type { Resource } from '../api/schema';
import { iconOf } from '../layout/icons';
import { useDeclared } from '../resource/declared';
import { titleOf } from '../resource/value/text';
import { useWording, useWords } from '../resource/value/useWording';
import { useSession } from '../session/useSession';
import type { Entry } from './entry';
import { type Seen, isNoPerson, keepSeen, seenBy, withSeen } from './recent';

/** Notes each screen and record that is opened. */
export function useRemember(screens: readonly Entry[]) {
  const { pathname } = useLocation();
  const { staff } = useSession();
  const resources = useDeclared();
  const known =
    screens.some(({ to }) => to === pathname) || recordOf(pathname, resources) !== undefined;
  useEffect(() => {
    if (known) {
      keepSeen(staff.id, withSeen(seenBy(staff.id), pathname));
    }
  }, [known, pathname, staff.id]);
}

/**
 * Where this person was, but for where they are. Records are called what they are called now, masked as in any list;
 * those that are gone, or out of reach by now, are left out.
 */
export function useRecent(screens: readonly Entry[]): Entry[] {
  const t = useTranslate();
  const say = useWords();
  const words = useWording();
  const { pathname } = useLocation();
  const { staff } = useSession();
  const resources = useDeclared();
  const seen = seenBy(staff.id);
  const records = seen.flatMap((each) => recordOf(each.path, resources) ?? []);
  const asked = [...new Set(records.map(({ resource }) => resource))].map((resource) => ({
    resource,
    ids: records.filter((each) => each.resource === resource).map(({ id }) => id),
  }));
  const answers = useQueries({
    queries: asked.map(({ resource, ids }) => ({
      queryKey: ['recent', resource.name, ids],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answer(
          api.GET('/api/{resource}', {
            params: {
              path: { resource: resource.name },
              query: listQuery({ id: ids }, undefined),
            },
            signal,
          }),
        ),
      staleTime: 30_000,
      gcTime: 30_000,
    })),
  });
  const titles = new Map<string, string>();
  const answered = new Set<string>();
  answers.forEach(({ data }, index) => {
    const resource = asked[index]?.resource;
    if (data !== undefined && resource !== undefined) {
      answered.add(resource.name);
      data.items.forEach((row) =>
        titles.set(
          `/${resource.name}/${encodeURIComponent(row.id)}`,
          titleOf(resource, row, words),
        ),
      );
    }
  });
  useKeptTitles(staff.id, seen, titles, resources);

  const group = t('ojeomneo.find.recent');
  return seen
    .filter(({ path }) => path !== pathname)
    .flatMap(({ path, title }): Entry[] => {
      const screen = screens.find(({ to }) => to === path);
      if (screen !== undefined) {
        return [{ ...screen, key: `recent ${path}`, group }];
      }
      const record = recordOf(path, resources);
      const isGone =
        record !== undefined && answered.has(record.resource.name) && !titles.has(path);
      return record === undefined || isGone
        ? []
        : [
            {
              key: `recent ${path}`,
              group,
              label: titles.get(path) ?? title ?? '…',
              aside: say(record.resource.label),
              icon: iconOf(record.resource),
              words: [],
              to: path,
            },
          ];
    });
}

/** So that they are there at once the next time. */
function useKeptTitles(
  staff: string,
  seen: readonly Seen[],
  titles: ReadonlyMap<string, string>,
  resources: readonly Resource[],
) {
  const news = seen.map((each): Seen => {
    const title = titles.get(each.path);
    const record = recordOf(each.path, resources);
    return title !== undefined && record !== undefined && isNoPerson(record.resource)
      ? { path: each.path, title }
      : each;
  });
  const kept = JSON.stringify(news);
  const isNew = kept !== JSON.stringify(seen);
  useEffect(() => {
    if (isNew) {
      keepSeen(staff, JSON.parse(kept) as Seen[]);
    }
  }, [staff, kept, isNew]);
}

/** Rows with a key of several parts have no page to come back to by name. */
function recordOf(path: string, resources: readonly Resource[]) {
  const [, name, id, more] = path.split('/');
  const resource = resources.find((each) => each.name === name);
  return resource === undefined || id === undefined || id === '' || more !== undefined
    ? undefined
    : id === 'create' || id.includes('~')
      ? undefined
      : { resource, id: decodeURIComponent(id) };
}
