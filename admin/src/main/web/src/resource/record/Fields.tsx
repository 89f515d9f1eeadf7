import LockIcon from '@mui/icons-material/VisibilityOffOutlined';
import { Box, Stack, Tooltip, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Column, Row } from '../../api/schema';
import { Input } from '../input/Input';
import { BesideRows } from '../../sale/BesideRows';
import { InlineRows } from '../inline/InlineRows';
import { useWords } from '../value/useWording';
import { Value } from '../value/Value';
import { isWritable } from './changes';
import type { Section } from './sections';

interface Props {
  section: Section;
  /** Of a new row, empty. */
  row: Partial<Row>;
  creating: boolean;
  mayWrite: boolean;
}

/** The inputs of one page, and what can only be read. */
export function Fields({ section, row, creating, mayWrite }: Props) {
  return (
    <Stack spacing={3}>
      {section.columns.length > 0 && (
        <Box sx={grid}>
          {section.columns.map((column) => (
            <Box key={column.name} sx={isWide(column) ? { gridColumn: '1 / -1' } : undefined}>
              {mayWrite && isWritable(column, row, creating) ? (
                <Input
                  column={column}
                  path={column.name}
                  title={row.titles?.[column.name]}
                  creating={creating}
                />
              ) : (
                <ReadOnly column={column} row={row} />
              )}
            </Box>
          ))}
        </Box>
      )}
      {section.inlines.map((inline) => (
        <Box key={inline.name}>
          <InlineRows inline={inline} path={inline.name} editable={mayWrite} />
          <BesideRows name={inline.name} row={row} editable={mayWrite} />
        </Box>
      ))}
    </Stack>
  );
}

function ReadOnly({ column, row }: { column: Column; row: Partial<Row> }) {
  const t = useTranslate();
  const say = useWords();
  const hidden = row.masked?.includes(column.name) ?? false;
  return (
    <Box>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 0.25 }}>
        {say(column.label)}
        {hidden && (
          <Tooltip title={t('ojeomneo.form.masked')}>
            <LockIcon
              titleAccess={t('ojeomneo.form.masked')}
              sx={{ fontSize: 14, ml: 0.5, verticalAlign: '-2px' }}
            />
          </Tooltip>
        )}
      </Typography>
      <Box sx={{ minHeight: 24 }}>
        <Value column={column} value={row[column.name]} title={row.titles?.[column.name]} />
      </Box>
    </Box>
  );
}

function isWide({ type }: Column): boolean {
  return ['LONG_TEXT', 'JSON', 'TAGS', 'CHOICES', 'IMAGE', 'IMAGE_URL', 'ID'].includes(type);
}

const grid = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
  columnGap: 3,
  rowGap: 2.5,
};
