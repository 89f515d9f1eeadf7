import { Box, Stack } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import type { Dossier, OrderChange } from '../api/schema';
import { formatMoney } from '../resource/value/number';
import { Quiet, Section } from './Section';
import { momentOf } from './words';

/** What was changed of the order since it was placed, by whom and why; the newest first. */
export function Changes({ dossier }: { dossier: Dossier }) {
  const t = useTranslate();
  const locale = useLocale();
  const { changes, lines } = dossier;
  if (changes.length === 0) {
    return null;
  }
  const word = (key: string, figures: Record<string, unknown>) =>
    t(`ojeomneo.counter.changes.${key}`, figures);

  function whatOf({ line, quantity, newLine }: OrderChange): string {
    const from = lines.find((each) => each.line === line)?.name ?? '';
    const added = lines.find((each) => each.line === newLine);
    const to =
      added === undefined ? '' : word('portions', { name: added.name, count: added.quantity });
    const kind = line === null ? 'added' : newLine === null ? 'removed' : 'swapped';
    return word(kind, { from, to, count: quantity ?? 0 });
  }
  return (
    <Section title={t('ojeomneo.counter.changes.title')}>
      <Stack component="ul" spacing={1.5} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {changes.toReversed().map((change) => (
          <li key={`${change.at} ${change.line} ${change.newLine}`}>
            <Box sx={{ fontWeight: 650 }}>{whatOf(change)}</Box>
            <div>
              {word(`settlement.${change.settlement}`, {
                amount: formatMoney(Math.abs(change.cost - change.credit), locale),
              })}
            </div>
            <Quiet>{[change.reason, change.staffName, momentOf(change.at)].join(' · ')}</Quiet>
          </li>
        ))}
      </Stack>
    </Section>
  );
}
