import { Alert, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { AppConfig } from '../api/schema';
import { type Difference, differences } from './difference';

/** What the app is told now, beside what it would be told. */
export function Differences({ now, then }: { now: AppConfig; then: AppConfig }) {
  const t = useTranslate();
  const all = differences(now, then);
  if (all.length === 0) {
    return <Alert severity="info">{t('ojeomneo.preview.same')}</Alert>;
  }
  const said = (kind: Difference['kind'], value: string | undefined) => {
    if (value === undefined) {
      return t('ojeomneo.preview.absent');
    }
    return kind === 'feature' || kind === 'update' ? t(`ojeomneo.preview.${kind}.${value}`) : value;
  };
  return (
    <Table size="small" aria-label={t('ojeomneo.preview.changes')}>
      <TableHead>
        <TableRow>
          <TableCell>{t('ojeomneo.preview.what')}</TableCell>
          <TableCell>{t('ojeomneo.preview.now')}</TableCell>
          <TableCell>{t('ojeomneo.preview.then')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {all.map(({ kind, name, now: before, then: after }) => (
          <TableRow key={`${kind} ${name}`}>
            <TableCell component="th" scope="row">
              {t(`ojeomneo.preview.kinds.${kind}`)}
              {kind !== 'update' && ` ${name}`}
            </TableCell>
            <TableCell sx={{ color: 'text.secondary' }}>{said(kind, before)}</TableCell>
            <TableCell sx={{ fontWeight: 650 }}>{said(kind, after)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
