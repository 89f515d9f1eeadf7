import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ConfigPreview } from '../api/schema';

/** Which versions must update, and which are only offered a newer one. */
export function Versions({ versions }: { versions: ConfigPreview['versions'] }) {
  const t = useTranslate();
  const said = (required: boolean, latest: boolean) =>
    t(`ojeomneo.preview.version_.${required ? 'must' : latest ? 'latest' : 'may'}`);
  return (
    <Table size="small" aria-label={t('ojeomneo.preview.versions')}>
      <TableHead>
        <TableRow>
          <TableCell>{t('ojeomneo.preview.version')}</TableCell>
          <TableCell>{t('ojeomneo.preview.now')}</TableCell>
          <TableCell>{t('ojeomneo.preview.then')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {versions.map((each) => (
          <TableRow key={each.version}>
            <TableCell component="th" scope="row">
              {each.version}
            </TableCell>
            <TableCell sx={{ color: 'text.secondary' }}>
              {said(each.requiredNow, each.latestNow)}
            </TableCell>
            <TableCell sx={{ fontWeight: 650 }}>
              {said(each.requiredThen, each.latestThen)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
