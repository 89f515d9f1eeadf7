import { Alert, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useWords } from '../dashboard/useWords';
import { isRefused } from '../api/problem';
import { PageHeader } from '../layout/PageHeader';
import { Waiting } from '../layout/Waiting';
import { Download } from './Download';
import { Pending } from './Pending';
import { Pickers } from './Pickers';
import { DayLines, Kinds } from './Tables';
import { Totals } from './Totals';
import { useStatement } from './useStatement';

/** What shops took and gave back by the day. It moves no money. */
export default function SettlementPage() {
  const t = useTranslate();
  const words = useWords();
  const [chosen] = useSearchParams();
  const wish = {
    from: chosen.get('from') ?? undefined,
    to: chosen.get('to') ?? undefined,
    store: chosen.get('store') ?? undefined,
  };
  const { data, error, isPending, refetch } = useStatement(wish);
  const title = t('ojeomneo.settlement.title');
  if (isPending) {
    return <Waiting />;
  }
  const refusal = error !== null && (
    <Alert
      severity="error"
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" onClick={() => void refetch()}>
          {t('ojeomneo.action.retry')}
        </Button>
      }
    >
      {wordsOf(error)}
    </Alert>
  );
  const shown = data ?? { from: chosen.get('from') ?? '', to: chosen.get('to') ?? '', choices: [] };
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <>
            <Pickers shown={shown} />
            {data !== undefined && error === null && <Download wish={wish} />}
          </>
        }
      />
      {refusal}
      {data !== undefined && error === null && (
        <Stack sx={{ gap: 2, pb: 4 }}>
          <Typography color="textSecondary">{t('ojeomneo.settlement.about')}</Typography>
          <Totals total={data.total} />
          <Pending pending={data.pending} />
          {data.total.unserved > 0 && (
            <Alert severity="info">
              {t('ojeomneo.settlement.unserved', { amount: words.won(data.total.unserved) })}
            </Alert>
          )}
          {data.kinds.length > 0 && <Kinds kinds={data.kinds} />}
          <DayLines key={`${data.from} ${data.to}`} lines={data.lines} total={data.total} />
        </Stack>
      )}
    </>
  );
}

/** What is wrong with the days, where that is what is wrong. */
function wordsOf(error: Error): string {
  const fields = isRefused(error) ? Object.values(error.fields()) : [];
  return fields.length > 0 ? fields.join(' ') : error.message;
}
