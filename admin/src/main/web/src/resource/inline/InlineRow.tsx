import DownIcon from '@mui/icons-material/KeyboardArrowDown';
import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import UpIcon from '@mui/icons-material/KeyboardArrowUp';
import { Box, FormHelperText, IconButton, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Column, Inline } from '../../api/schema';
import { Input } from '../input/Input';
import { problemAt } from '../input/problem';
import { useMovable } from '../order/useMovable';
import { useWords } from '../value/useWording';
import { Value } from '../value/Value';
import { InlineRows } from './InlineRows';

interface Props {
  id: string;
  name: string;
  inline: Inline;
  path: string;
  editable: boolean;
  first: boolean;
  last: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

export function InlineRow({
  id,
  name,
  inline,
  path,
  editable,
  first,
  last,
  onMove,
  onRemove,
}: Props) {
  const { ref, style, grip } = useMovable(id, name);
  const t = useTranslate();
  const say = useWords();
  const label = say(inline.label);
  const row = useWatch({ name: path }) as Record<string, unknown> | undefined;
  const isNew = row?.id === undefined;
  const { formState } = useFormContext();
  const problem = problemAt(formState.errors, path);
  return (
    <Paper variant="outlined" ref={ref} style={style} sx={{ p: 1.5 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'start' }}>
        {editable && inline.ordered && grip}
        <Box sx={inputs}>
          {inline.columns.map((column) => (
            <Box key={column.name} sx={sizeOf(column)}>
              {editable && (isNew ? column.creatable : column.editable) ? (
                <Input column={column} path={`${path}.${column.name}`} />
              ) : (
                <>
                  <Typography variant="caption" color="textSecondary">
                    {say(column.label)}
                  </Typography>
                  <div>
                    <Value column={column} value={row?.[column.name]} />
                  </div>
                </>
              )}
            </Box>
          ))}
        </Box>
        {editable && (
          <Stack direction="row" sx={{ flexShrink: 0 }}>
            {inline.ordered && (
              <>
                <IconButton
                  size="small"
                  aria-label={t('ojeomneo.inline.up')}
                  disabled={first}
                  onClick={() => onMove(-1)}
                >
                  <UpIcon fontSize="small" />
                </IconButton>
                <IconButton
                  size="small"
                  aria-label={t('ojeomneo.inline.down')}
                  disabled={last}
                  onClick={() => onMove(1)}
                >
                  <DownIcon fontSize="small" />
                </IconButton>
              </>
            )}
            <IconButton
              size="small"
              aria-label={t('ojeomneo.inline.remove', { name: label })}
              onClick={onRemove}
            >
              <RemoveIcon fontSize="small" />
            </IconButton>
          </Stack>
        )}
      </Stack>
      {problem !== undefined && <FormHelperText error>{problem}</FormHelperText>}
      {inline.inlines.map((inner) => (
        <Box key={inner.name} sx={{ mt: 1.5, pl: { xs: 0, sm: 2 } }}>
          <InlineRows nested inline={inner} path={`${path}.${inner.name}`} editable={editable} />
        </Box>
      ))}
    </Paper>
  );
}

const inputs = { flex: 1, minWidth: 0, display: 'flex', flexWrap: 'wrap', gap: 1.25 };

function sizeOf({ type }: Column) {
  switch (type) {
    case 'INTEGER':
    case 'MONEY':
    case 'TIME':
      return { width: { xs: '47%', sm: 130 } };
    case 'BOOLEAN':
      return { flexShrink: 0 };
    case 'DATE':
    case 'CHOICE':
      return { width: { xs: '100%', sm: 170 } };
    case 'INSTANT':
      return { width: { xs: '100%', sm: 230 } };
    default:
      return { flex: '1 1 180px', minWidth: 0 };
  }
}
