import { Alert, Link } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Statement } from '../api/schema';
import { useWords } from '../dashboard/useWords';
import { listPath } from '../resource/list/filters';

/** What is under way and therefore in no line; nothing when all is done. */
export function Pending({ pending }: Pick<Statement, 'pending'>) {
  const t = useTranslate();
  const locale = useLocale();
  const words = useWords();
  const { refunds, refundAmount, oldestRefund, attempts, attemptAmount } = pending;
  if (refunds === 0 && attempts === 0) {
    return null;
  }
  const since =
    oldestRefund === null
      ? ''
      : new Intl.DateTimeFormat(locale, {
          dateStyle: 'medium',
          timeStyle: 'short',
          timeZone: 'Asia/Seoul',
        }).format(new Date(oldestRefund));
  return (
    <Alert severity="warning">
      {refunds > 0 && (
        <div>
          {t('ojeomneo.settlement.pendingRefunds', {
            count: words.count(refunds),
            amount: words.won(refundAmount),
            since,
          })}{' '}
          <Link
            component={RouterLink}
            color="inherit"
            to={listPath('refunds', { status: ['PENDING', 'FAILED'] })}
          >
            {t('ojeomneo.settlement.seeRefunds')}
          </Link>
        </div>
      )}
      {attempts > 0 && (
        <div>
          {t('ojeomneo.settlement.openAttempts', {
            count: words.count(attempts),
            amount: words.won(attemptAmount),
          })}
        </div>
      )}
      {t('ojeomneo.settlement.pendingAbout')}
    </Alert>
  );
}
