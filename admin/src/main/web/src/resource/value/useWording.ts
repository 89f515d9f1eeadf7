import { useMemo } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import type { Label } from '../../api/schema';
import { inWords } from '../../i18n/language';
import type { Wording } from './text';

export function useWording(): Wording {
  const locale = useLocale();
  const t = useTranslate();
  return useMemo(
    () => ({ locale, yes: t('ra.boolean.true'), no: t('ra.boolean.false') }),
    [locale, t],
  );
}

/** Says a declared text in the language of the page. */
export function useWords(): (words: Label | null | undefined) => string {
  const locale = useLocale();
  return (words) => inWords(words, locale);
}
