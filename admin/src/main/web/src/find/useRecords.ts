import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocale } from 'react-admin';
import { answer, api } from '../api/http';
import { recordPath } from '../api/data';
import { inWords } from '../i18n/language';
import { inMenuOrder } from '../layout/groups';
import { iconOf } from '../layout/icons';
import { useDeclared } from '../resource/declared';
import { textOf } from '../resource/value/text';
import { toSeoul } from '../resource/value/seoul';
import { useWording } from '../resource/value/useWording';
import type { Entry } from './entry';
import { askedFor } from './match';

const PAUSE_MS = 150;

/** Records that the text may mean, in the order of the menu. Until there is an answer those of the text before stay. */
export function useRecords(typed: string): {
  records: Entry[];
  asking: boolean;
  error: Error | null;
} {
  const locale = useLocale();
  const words = useWording();
  const resources = inMenuOrder(useDeclared());
  const wanted = askedFor(typed);
  const asked = useSettled(wanted);
  const search = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/search', { params: { query: { q: asked } }, signal })),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    gcTime: 30_000,
  });
  if (wanted === '') {
    return { records: [], asking: false, error: null };
  }
  const items = search.data?.items ?? [];
  const records = resources.flatMap((resource) => {
    const title = resource.columns.find(({ name }) => name === resource.title);
    return items
      .filter((found) => found.resource === resource.name)
      .map((found): Entry => ({
        key: recordPath(found.resource, found.id),
        group: inWords(resource.label, locale),
        label: title === undefined ? found.title : textOf(title, found.title, words),
        aside: [found.of, found.at && toSeoul(found.at).replace('T', ' ')]
          .filter((part) => part !== null)
          .join(' · '),
        icon: iconOf(resource),
        words: [],
        to: recordPath(found.resource, found.id),
      }));
  });
  return { records, asking: search.isFetching || wanted !== asked, error: search.error };
}

/** The text once typing pauses. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
