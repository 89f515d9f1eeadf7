import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer, api } from '../api/http';
import { fromSeoul } from '../resource/value/seoul';
import type { Values } from '../resource/record/changes';

const PAUSE_MS = 400;

/** The app that asks. Empty texts are what it does not say. */
export interface Asking {
  platform: 'ios' | 'android' | 'web';
  version: string;
  device: string;
  /** A time in Seoul. */
  at: string;
}

/** What that app is told now, and would be told; asked for when nothing was typed for a moment. */
export function usePreview(resource: string, id: string | null, values: Values, who: Asking) {
  const wish = JSON.stringify({
    resource,
    ...(id === null ? {} : { id }),
    values,
    platform: who.platform,
    ...(who.version === '' ? {} : { version: who.version }),
    ...(who.device === '' ? {} : { device: who.device }),
    ...(who.at === '' ? {} : { at: fromSeoul(who.at) }),
  });
  const [settled, setSettled] = useState(wish);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wish), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wish]);
  return useQuery({
    queryKey: ['config-preview', settled],
    queryFn: ({ signal }) =>
      answer(
        api.POST('/api/config/preview', {
          body: JSON.parse(settled) as never,
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
