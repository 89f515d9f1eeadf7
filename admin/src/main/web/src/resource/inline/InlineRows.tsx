import AddIcon from '@mui/icons-material/Add';
import { Button, FormHelperText, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { Inline } from '../../api/schema';
import { problemAt } from '../input/problem';
import { newPart } from '../record/changes';
import { Sortable } from '../order/Sortable';
import { useWords } from '../value/useWording';
import { InlineRow } from './InlineRow';

interface Props {
  inline: Inline;
  /** Where the rows stand in the form: `optionGroups`, `optionGroups.0.options`. */
  path: string;
  editable: boolean;
  nested?: boolean;
}

/** Rows within a row, in their order, with rows within them. */
export function InlineRows({ inline, path, editable, nested = false }: Props) {
  const t = useTranslate();
  const say = useWords();
  const label = say(inline.label);
  const { control, formState, getValues } = useFormContext();
  const { fields, append, remove, move } = useFieldArray({ control, name: path, keyName: '_key' });
  // By what it is called in the form now, else by its place.
  const nameOf = (i: number) => {
    const name: unknown = getValues(`${path}.${i}.name`);
    return typeof name === 'string' && name !== '' ? name : `${label} ${i + 1}`;
  };
  const problem = problemAt(formState.errors, path);
  return (
    <section aria-label={label}>
      <Typography variant={nested ? 'body2' : 'h3'} component={nested ? 'h3' : 'h2'} sx={{ mb: 1 }}>
        {label}{' '}
        <Typography component="span" variant="body2" color="textSecondary">
          {t('ojeomneo.inline.count', { count: fields.length })}
        </Typography>
      </Typography>
      <Sortable
        ids={fields.map(({ _key }) => _key)}
        nameOf={(key) => nameOf(fields.findIndex(({ _key }) => _key === key))}
        onMove={move}
      >
        <Stack spacing={nested ? 1 : 1.5}>
          {fields.map((field, i) => (
            <InlineRow
              key={field._key}
              id={field._key}
              name={nameOf(i)}
              inline={inline}
              path={`${path}.${i}`}
              editable={editable}
              first={i === 0}
              last={i === fields.length - 1}
              onMove={(by) => move(i, i + by)}
              onRemove={() => remove(i)}
            />
          ))}
          {fields.length === 0 && (
            <Typography variant="body2" color="textSecondary">
              {t('ojeomneo.inline.empty')}
            </Typography>
          )}
        </Stack>
      </Sortable>
      {problem !== undefined && <FormHelperText error>{problem}</FormHelperText>}
      {editable && (
        <Button
          size="small"
          startIcon={<AddIcon />}
          sx={{ mt: 1 }}
          onClick={() => append(newPart(inline))}
        >
          {t('ojeomneo.inline.add', { name: label })}
        </Button>
      )}
    </section>
  );
}
