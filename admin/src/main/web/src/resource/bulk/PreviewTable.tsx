import {
  Alert,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import type { BulkPreview, Column } from '../../api/schema';
import { withSeparators } from '../value/number';
import { useWords } from '../value/useWording';
import { Value } from '../value/Value';

interface Props {
  preview: BulkPreview;
  /** Null where rows go. */
  column: Column | null;
}

/** How many change, how the first will look, and which do not and why. */
export function PreviewTable({ preview, column }: Props) {
  const t = useTranslate();
  const say = useWords();
  const count = (key: string, many: number) =>
    t(`ojeomneo.bulk.${key}`, { count: withSeparators(many) });
  return (
    <Stack spacing={2}>
      <Typography sx={{ fontWeight: 650 }}>
        {count(column === null ? 'wouldGo' : 'would', preview.changes)}
      </Typography>
      {preview.unchanged > 0 && (
        <Typography color="textSecondary">{count('unchanged', preview.unchanged)}</Typography>
      )}
      {preview.refusals > 0 && (
        <Alert severity="warning">
          {count('refusals', preview.refusals)}
          {preview.refused.map(({ id, title, why }) => (
            <div key={id}>
              {title}: {say(why)}
            </div>
          ))}
        </Alert>
      )}
      {preview.first.length > 0 && (
        <TableContainer
          tabIndex={0}
          role="region"
          aria-label={t('ojeomneo.bulk.first')}
          sx={{ maxHeight: 320 }}
        >
          <Table size="small" stickyHeader>
            <TableHead>
              <TableRow>
                <TableCell>{t('ojeomneo.bulk.row')}</TableCell>
                {column !== null && <TableCell>{t('ojeomneo.bulk.before')}</TableCell>}
                {column !== null && <TableCell>{t('ojeomneo.bulk.after')}</TableCell>}
              </TableRow>
            </TableHead>
            <TableBody>
              {preview.first.map((row) => (
                <TableRow key={row.id}>
                  <TableCell>{row.title}</TableCell>
                  {column !== null && (
                    <TableCell>
                      <Value
                        short
                        column={column}
                        value={row.before}
                        title={row.beforeTitle ?? undefined}
                      />
                    </TableCell>
                  )}
                  {column !== null && (
                    <TableCell>
                      <Value
                        short
                        column={column}
                        value={row.after}
                        title={row.afterTitle ?? undefined}
                      />
                    </TableCell>
                  )}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </Stack>
  );
}
