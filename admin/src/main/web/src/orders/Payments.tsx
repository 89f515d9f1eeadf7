import { Box, Chip, Link as MuiLink, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { formatMoney } from '../resource/value/number';
import { toneOf } from '../resource/value/tone';
import type { Attempt, Dossier, Payment } from '../api/schema';
import { isHttps } from './isHttps';
import { Quiet, Section } from './Section';
import { failureOf, methodOf, momentOf } from './words';

/** Money that came in, and what became of each try to pay. */
export function Payments({ dossier, aside }: { dossier: Dossier; aside?: ReactNode }) {
  const t = useTranslate();
  const { payments, attempts } = dossier;
  return (
    <Section title={t('ojeomneo.order.payments.title')} aside={aside}>
      {payments.length === 0 && <Quiet>{t('ojeomneo.order.payments.none')}</Quiet>}
      <Stack component="ul" spacing={1.5} sx={list}>
        {payments.map((payment) => (
          <PaymentEntry key={payment.id} payment={payment} />
        ))}
      </Stack>
      {attempts.length > 0 && (
        <>
          <Typography variant="h3" sx={{ mt: 2, mb: 1 }}>
            {t('ojeomneo.order.payments.attempts')}
          </Typography>
          <Stack component="ul" spacing={1.5} sx={list}>
            {attempts.map((attempt) => (
              <AttemptEntry key={attempt.id} attempt={attempt} />
            ))}
          </Stack>
        </>
      )}
    </Section>
  );
}

function PaymentEntry({ payment }: { payment: Payment }) {
  const t = useTranslate();
  const locale = useLocale();
  const amount = formatMoney(payment.amount, locale);
  return (
    <li>
      <Stack direction="row" sx={row}>
        <Box sx={{ fontWeight: 650 }}>{amount}</Box>
        {payment.method !== null && <span>{methodOf(t, payment.method)}</span>}
        {payment.supplement && <Quiet>{t('ojeomneo.counter.supplement')}</Quiet>}
        {payment.refunded > 0 && (
          <Box component="span" sx={{ color: 'error.main' }}>
            {t('ojeomneo.order.payments.refunded', {
              amount: formatMoney(payment.refunded, locale),
            })}
          </Box>
        )}
        {isHttps(payment.receiptUrl) && (
          <MuiLink
            href={payment.receiptUrl}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('ojeomneo.order.payments.receiptOf', { amount })}
          >
            {t('ojeomneo.order.payments.receipt')}
          </MuiLink>
        )}
      </Stack>
      {!payment.paysOrder && (
        <Box sx={{ color: 'warning.main' }}>{t('ojeomneo.order.payments.unneeded')}</Box>
      )}
      <Quiet>
        {t('ojeomneo.order.payments.approved')} {momentOf(payment.approvedAt)}
        {payment.takenBy !== null &&
          ` · ${t('ojeomneo.counter.takenBy', { name: payment.takenBy })}`}
        {payment.paymentKey !== null && (
          <>
            {' · '}
            <Key value={payment.paymentKey} />
          </>
        )}
      </Quiet>
    </li>
  );
}

function AttemptEntry({ attempt }: { attempt: Attempt }) {
  const t = useTranslate();
  const locale = useLocale();
  const { status, checks, checkAt, failureCode, failureMessage } = attempt;
  return (
    <li>
      <Stack direction="row" sx={row}>
        <Chip
          size="small"
          variant="outlined"
          color={toneOf(status)}
          label={t(`ojeomneo.order.payments.status.${status}`)}
        />
        {formatMoney(attempt.amount, locale)}
        <Quiet>{momentOf(attempt.createdAt)}</Quiet>
      </Stack>
      {status === 'FAILED' && <div>{failureOf(t, failureCode, failureMessage)}</div>}
      <Quiet>
        {status === 'OPEN' && checks > 0 && (
          <>{t('ojeomneo.order.payments.checks', { smart_count: checks })} </>
        )}
        {status === 'OPEN' && checkAt !== null && (
          <>{t('ojeomneo.order.payments.nextCheck', { at: momentOf(checkAt) })} · </>
        )}
        {failureCode !== null && <>{failureCode} · </>}
        <Key value={attempt.paymentKey} />
      </Quiet>
    </li>
  );
}

/** As the provider names it: to be copied into a question to them. */
function Key({ value }: { value: string }) {
  return (
    <Box component="code" sx={{ fontSize: 12.5, overflowWrap: 'anywhere' }}>
      {value}
    </Box>
  );
}

const list = { m: 0, p: 0, listStyle: 'none' };
const row = { alignItems: 'center', columnGap: 1.25, rowGap: 0.25, flexWrap: 'wrap' };
