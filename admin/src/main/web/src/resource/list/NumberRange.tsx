import { InputAdornment, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { parseWhole } from '../value/number';
import type { EditorProps } from './FilterEditor';
import { rangeOf } from './filters';

export function NumberRange({ column, value, onChange }: EditorProps) {
  const t = useTranslate();
  const range = rangeOf(value);
  const end = (which: 'from' | 'to') => (
    <NumberEnd
      label={t(which === 'from' ? 'ojeomneo.list.from' : 'ojeomneo.list.to')}
      unit={column.type === 'MONEY' ? '원' : undefined}
      value={range[which]}
      onChange={(number) => onChange({ ...range, [which]: number ?? undefined })}
    />
  );
  return (
    <Stack direction="row" spacing={1}>
      {end('from')}
      {end('to')}
    </Stack>
  );
}

function NumberEnd({
  label,
  unit,
  value,
  onChange,
}: {
  label: string;
  unit: string | undefined;
  value: string | number | undefined;
  onChange: (number: number | null) => void;
}) {
  const [text, setText] = useState(value === undefined ? '' : String(value));
  const number = parseWhole(text);
  return (
    <TextField
      label={label}
      value={text}
      error={number === undefined}
      onChange={(event) => {
        setText(event.target.value);
        const typed = parseWhole(event.target.value);
        if (typed !== undefined) {
          onChange(typed);
        }
      }}
      slotProps={{
        htmlInput: { inputMode: 'numeric' },
        input: {
          endAdornment:
            unit === undefined ? undefined : <InputAdornment position="end">{unit}</InputAdornment>,
        },
      }}
    />
  );
}
