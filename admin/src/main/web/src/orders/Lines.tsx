import { Box, Chip, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { formatMoney } from '../resource/value/number';
import type { Dossier, DossierLine as Line } from '../api/schema';
import { Quiet, Section } from './Section';

interface Props {
  dossier: Dossier;
  aside?: ReactNode;
  /** What can be done with one line. */
  act?: (line: Line) => ReactNode;
}

/** What was ordered, what it cost, and what of it was given back. */
export function Lines({ dossier, aside, act }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { order, lines, payments } = dossier;
  const refunded = payments.reduce((sum, each) => sum + (each.paysOrder ? each.refunded : 0), 0);
  return (
    <Section title={t('ojeomneo.order.lines.title')} aside={aside}>
      <Table size="small" aria-label={t('ojeomneo.order.lines.title')} sx={table}>
        <TableHead>
          <TableRow>
            <TableCell>{t('ojeomneo.order.lines.menu')}</TableCell>
            <TableCell align="right">{t('ojeomneo.order.lines.quantity')}</TableCell>
            <TableCell align="right">{t('ojeomneo.order.lines.amount')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map((line) => (
            <LineRow key={line.line} line={line} act={act} />
          ))}
        </TableBody>
      </Table>
      <Box component="dl" sx={sums}>
        <Sum name={t('ojeomneo.order.lines.total')} strong>
          {formatMoney(order.totalAmount, locale)}
        </Sum>
        {refunded > 0 && (
          <>
            <Sum name={t('ojeomneo.order.lines.refundedTotal')}>
              −{formatMoney(refunded, locale)}
            </Sum>
            <Sum name={t('ojeomneo.order.lines.left')}>{formatMoney(order.refundable, locale)}</Sum>
          </>
        )}
      </Box>
    </Section>
  );
}

function LineRow({ line, act }: { line: Line; act: Props['act'] }) {
  const t = useTranslate();
  const locale = useLocale();
  const isReplaced = line.replacedQuantity === line.quantity;
  return (
    <TableRow>
      <TableCell>
        <Box sx={{ fontWeight: 650 }}>
          {isReplaced ? <s>{line.name}</s> : line.name}
          {line.replaces !== null && (
            <Chip
              size="small"
              color="info"
              variant="outlined"
              label={t('ojeomneo.counter.instead')}
              sx={{ ml: 1 }}
            />
          )}
        </Box>
        {line.options.map((option) => (
          <Quiet key={option.name}>
            {option.name}
            {option.price !== 0 && ` +${formatMoney(option.price, locale)}`}
          </Quiet>
        ))}
        {line.replacedQuantity > 0 && (
          <Quiet>{t('ojeomneo.counter.replaced', { count: line.replacedQuantity })}</Quiet>
        )}
        {act?.(line)}
      </TableCell>
      <TableCell align="right">{isReplaced ? <s>{line.quantity}</s> : line.quantity}</TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        {isReplaced ? <s>{formatMoney(line.amount, locale)}</s> : formatMoney(line.amount, locale)}
        {line.waived > 0 && (
          <Quiet>
            {t('ojeomneo.counter.waived', { amount: formatMoney(line.waived, locale) })}
          </Quiet>
        )}
        {line.refundedQuantity > 0 && (
          <Box sx={{ color: 'error.main', fontSize: 13 }}>
            {t('ojeomneo.order.lines.refunded')}{' '}
            {t('ojeomneo.order.lines.refundedOf', {
              count: line.refundedQuantity,
              amount: formatMoney(line.refundedAmount, locale),
            })}
          </Box>
        )}
      </TableCell>
    </TableRow>
  );
}

function Sum({
  name,
  strong = false,
  children,
}: {
  name: string;
  strong?: boolean;
  children: ReactNode;
}) {
  return (
    <Box sx={{ display: 'flex', gap: 2, ...(strong ? { fontWeight: 700, fontSize: 16 } : {}) }}>
      <Box component="dt" sx={{ flex: 1, color: strong ? 'text.primary' : 'text.secondary' }}>
        {name}
      </Box>
      <Box component="dd" sx={{ m: 0 }}>
        {children}
      </Box>
    </Box>
  );
}

const table = {
  '& td': { verticalAlign: 'top' },
  '& td:first-of-type, & th:first-of-type': { pl: 0 },
  '& td:last-of-type, & th:last-of-type': { pr: 0 },
};
const sums = {
  m: 0,
  pt: 1.5,
  borderTop: 1,
  borderColor: 'divider',
  display: 'grid',
  gap: 0.5,
};
