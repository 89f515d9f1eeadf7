import {
  Checkbox,
  FormControlLabel,
  FormGroup,
  Radio,
  RadioGroup,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { inWords } from '../../i18n/language';
import { ReferencePicker } from '../input/ReferencePicker';
import { withSeparators } from '../value/number';
import { useWording } from '../value/useWording';
import { DateRange } from './DateRange';
import { type Filterable, valuesOf } from './filters';
import { NumberRange } from './NumberRange';
import { useFacets } from './useFacets';

export interface EditorProps {
  column: Filterable;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** The list follows each change at once. */
export function FilterEditor(props: EditorProps) {
  const { locale } = useWording();
  const { column, value, onChange } = props;
  switch (column.filter) {
    case 'CHOICE':
      return <Choices {...props} />;
    case 'BOOLEAN':
      return <YesNo {...props} />;
    case 'REFERENCE':
      return (
        <ReferencePicker
          multiple
          autoFocus
          reference={column.reference ?? ''}
          label={inWords(column.label, locale)}
          value={valuesOf(value)}
          onChange={onChange}
        />
      );
    case 'RANGE':
      return column.type === 'MONEY' || column.type === 'INTEGER' ? (
        <NumberRange {...props} />
      ) : (
        <DateRange {...props} />
      );
    case 'TEXT':
      return <Exactly {...props} />;
  }
}

function Choices({ column, value, onChange }: EditorProps) {
  const { locale } = useWording();
  const count = useFacets(column);
  const chosen = valuesOf(value);
  return (
    <FormGroup>
      {column.choices?.map((choice) => (
        <FormControlLabel
          key={choice.value}
          label={<Counted text={inWords(choice.label, locale)} count={count(choice.value)} />}
          control={
            <Checkbox
              size="small"
              checked={chosen.includes(choice.value)}
              onChange={(_, checked) =>
                onChange(
                  checked
                    ? [...chosen, choice.value]
                    : chosen.filter((each) => each !== choice.value),
                )
              }
            />
          }
        />
      ))}
    </FormGroup>
  );
}

function YesNo({ column, value, onChange }: EditorProps) {
  const words = useWording();
  const count = useFacets(column);
  return (
    <RadioGroup
      value={typeof value === 'boolean' ? String(value) : ''}
      onChange={(_, chosen) => onChange(chosen === 'true')}
    >
      <FormControlLabel
        value="true"
        control={<Radio size="small" />}
        label={<Counted text={words.yes} count={count('true')} />}
      />
      <FormControlLabel
        value="false"
        control={<Radio size="small" />}
        label={<Counted text={words.no} count={count('false')} />}
      />
    </RadioGroup>
  );
}

function Counted({ text, count }: { text: string; count: number | undefined }) {
  return (
    <>
      {text}
      {count !== undefined && (
        <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
          {withSeparators(count)}
        </Typography>
      )}
    </>
  );
}

function Exactly({ column, value, onChange }: EditorProps) {
  const t = useTranslate();
  const [text, setText] = useState(valuesOf(value).join(', '));
  const isList = column.type === 'TAGS';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const typed = text.trim();
        onChange(isList ? typed.split(/\s*,\s*/).filter((each) => each !== '') : typed);
      }}
    >
      <TextField
        autoFocus
        fullWidth
        label={t('ojeomneo.list.contains')}
        helperText="Enter"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  );
}
