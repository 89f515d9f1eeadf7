import { MenuItem, Stack, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Bulk, Column, Resource } from '../../api/schema';
import { ReferencePicker } from '../input/ReferencePicker';
import { choicesOf, isNumeric } from '../value/typed';
import { useWording, useWords } from '../value/useWording';

export interface Wish {
  act: Bulk['act'];
  column: Column;
  /** As it was typed, or chosen. */
  typed: string;
}

interface Props {
  resource: Resource;
  wish: Wish | null;
  onChange: (wish: Wish) => void;
}

/** Which column, and what it shall hold. */
export function WishFields({ resource, wish, onChange }: Props) {
  const t = useTranslate();
  const say = useWords();
  const columns = resource.columns.filter(({ bulk }) => bulk);
  const numeric = wish !== null && isNumeric(wish.column);
  return (
    <Stack spacing={2}>
      <TextField
        select
        label={t('ojeomneo.bulk.column')}
        value={wish?.column.name ?? ''}
        onChange={({ target }) => {
          const column = columns.find(({ name }) => name === target.value);
          if (column !== undefined) {
            onChange({ act: 'SET', column, typed: '' });
          }
        }}
      >
        {columns.map((column) => (
          <MenuItem key={column.name} value={column.name}>
            {say(column.label)}
          </MenuItem>
        ))}
      </TextField>
      {numeric && (
        <TextField
          select
          label={t('ojeomneo.bulk.how')}
          value={wish.act}
          onChange={({ target }) => onChange({ ...wish, act: target.value as Bulk['act'] })}
        >
          {(['SET', 'ADD', 'PERCENT'] as const).map((act) => (
            <MenuItem key={act} value={act}>
              {t(`ojeomneo.bulk.acts.${act}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
      {wish !== null && <ValueField wish={wish} onChange={onChange} />}
    </Stack>
  );
}

function ValueField({ wish, onChange }: { wish: Wish; onChange: (wish: Wish) => void }) {
  const t = useTranslate();
  const say = useWords();
  const words = useWording();
  const set = (typed: string) => onChange({ ...wish, typed });
  const label = t('ojeomneo.bulk.value');
  switch (wish.column.type) {
    case 'REFERENCE':
      return (
        <ReferencePicker
          reference={wish.column.reference ?? ''}
          label={label}
          value={wish.typed === '' ? null : wish.typed}
          onChange={(id) => set(id ?? '')}
        />
      );
    case 'BOOLEAN':
    case 'CHOICE':
      return (
        <TextField
          select
          label={label}
          value={wish.typed}
          onChange={({ target }) => set(target.value)}
        >
          {choicesOf(wish.column, words)?.map(({ value, text }) => (
            <MenuItem key={value} value={value}>
              {text}
            </MenuItem>
          ))}
        </TextField>
      );
    default:
      return (
        <TextField
          label={label}
          value={wish.typed}
          onChange={({ target }) => set(target.value)}
          helperText={
            wish.act === 'SET' ? say(wish.column.help) : t(`ojeomneo.bulk.${HELP[wish.act]}`)
          }
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        />
      );
  }
}

const HELP = { ADD: 'addHelp', PERCENT: 'percentHelp', DELETE: '' };
