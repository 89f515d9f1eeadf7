import { Box, Chip, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { formatMoney } from '../resource/value/number';
import { toneOf } from '../resource/value/tone';
import type { Dossier, DossierLine as Line, Refund } from '../api/schema';
import { HandOver } from './change/HandOver';
import { Quiet, Section } from './Section';
import { failureOf, momentOf } from './words';

interface Props {
  dossier: Dossier;
  /** For whoever may say that money of the till was handed over. */
  onAnswer?: (dossier: Dossier) => void;
}

/** Money that goes back, or has gone; the newest first. */
export function Refunds({ dossier: { order, refunds, lines }, onAnswer }: Props) {
  const t = useTranslate();
  return (
    <Section title={t('ojeomneo.order.refunds.title')}>
      {refunds.length === 0 && <Quiet>{t('ojeomneo.order.refunds.none')}</Quiet>}
      <Stack component="ul" spacing={2} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {refunds.toReversed().map((refund) => (
          <RefundEntry key={refund.id} refund={refund} lines={lines}>
            {refund.atTill && refund.status !== 'DONE' && onAnswer !== undefined && (
              <HandOver order={order.id} refund={refund} onAnswer={onAnswer} />
            )}
          </RefundEntry>
        ))}
      </Stack>
    </Section>
  );
}

interface EntryProps {
  refund: Refund;
  lines: Line[];
  children: ReactNode;
}

function RefundEntry({ refund, lines, children }: EntryProps) {
  const t = useTranslate();
  const locale = useLocale();
  const { status, tries, doneAt } = refund;
  const retried = status !== 'DONE' && tries > 0;
  return (
    <li>
      <Stack direction="row" sx={row}>
        <Chip
          size="small"
          variant="outlined"
          color={toneOf(status)}
          label={t(`ojeomneo.order.refunds.status.${status}`)}
        />
        <Box sx={{ fontWeight: 650 }}>{formatMoney(refund.amount, locale)}</Box>
        {refund.atTill && status !== 'DONE' && <Quiet>{t('ojeomneo.counter.atTill')}</Quiet>}
        {retried && <Quiet>{t('ojeomneo.order.refunds.tries', { smart_count: tries })}</Quiet>}
      </Stack>
      <div>{whatOf(refund, lines, t)}</div>
      {status !== 'DONE' && refund.failureCode !== null && (
        <Box sx={{ color: 'error.main' }}>
          {failureOf(t, refund.failureCode)} ({refund.failureCode})
        </Box>
      )}
      <Quiet>
        {refund.reason} · {t('ojeomneo.order.refunds.asked', { at: momentOf(refund.createdAt) })}
        {doneAt !== null && ` · ${t('ojeomneo.order.refunds.done', { at: momentOf(doneAt) })}`}
        {refund.handedBy !== null &&
          ` · ${t('ojeomneo.counter.handedBy', { name: refund.handedBy })}`}
      </Quiet>
      {children}
    </li>
  );
}

function whatOf(refund: Refund, lines: Line[], t: ReturnType<typeof useTranslate>): string {
  if (refund.lines.length === 0) {
    return t('ojeomneo.order.refunds.rest');
  }
  return refund.lines
    .map(({ line, quantity }) => {
      const name = lines.find((each) => each.line === line)?.name ?? String(line);
      return t('ojeomneo.order.refunds.line', { name, count: quantity });
    })
    .join(', ');
}

const row = { alignItems: 'center', columnGap: 1.25, rowGap: 0.25, flexWrap: 'wrap' };
