import { useController, useFormContext } from 'react-hook-form';
import type { Column } from '../../api/schema';
import { ChoiceInput, ChoicesInput } from './ChoiceInput';
import { FlagInput } from './FlagInput';
import { JsonInput } from './JsonInput';
import { NumberInput } from './NumberInput';
import { PictureInput } from './PictureInput';
import { ReferencePicker } from './ReferencePicker';
import { TagsInput } from './TagsInput';
import { TextInput } from './TextInput';
import { TimeInput } from './TimeInput';
import { useWords } from '../value/useWording';
import { useCheck } from './check';
import { problemAt } from './problem';

export interface InputProps {
  column: Column;
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
  onBlur: () => void;
  /** What is wrong, else what helps. */
  helperText: string | undefined;
  error: boolean;
  creating: boolean;
}

interface Props {
  column: Column;
  /** Where its value stands in the form: `price`, `optionGroups.0.name`. */
  path: string;
  title?: string;
  creating?: boolean;
  hideHelp?: boolean;
}

/** The input of a column, by its type; bound to the form around it. */
export function Input({ column, path, title, creating = false, hideHelp = false }: Props) {
  const say = useWords();
  const check = useCheck(column);
  const { control } = useFormContext();
  const { field, formState } = useController({ name: path, control, rules: { validate: check } });
  const problem = problemAt(formState.errors, path);
  const props: InputProps = {
    column,
    label: say(column.label),
    value: field.value as unknown,
    onChange: field.onChange,
    onBlur: field.onBlur,
    helperText: problem ?? (hideHelp ? undefined : say(column.help) || undefined),
    error: problem !== undefined,
    creating,
  };
  switch (column.type) {
    case 'INTEGER':
    case 'MONEY':
      return <NumberInput {...props} />;
    case 'BOOLEAN':
      return <FlagInput {...props} />;
    case 'INSTANT':
    case 'DATE':
    case 'TIME':
      return <TimeInput {...props} />;
    case 'CHOICE':
      return <ChoiceInput {...props} />;
    case 'CHOICES':
      return <ChoicesInput {...props} />;
    case 'TAGS':
      return <TagsInput {...props} />;
    case 'REFERENCE':
      return (
        <ReferencePicker
          reference={column.reference ?? ''}
          label={props.label}
          required={column.required}
          error={props.error}
          helperText={props.helperText}
          value={typeof props.value === 'string' ? props.value : null}
          title={formState.dirtyFields[path] === true ? undefined : title}
          onChange={props.onChange}
          onBlur={props.onBlur}
        />
      );
    case 'IMAGE':
    case 'IMAGE_URL':
      return <PictureInput {...props} />;
    case 'JSON':
      return <JsonInput {...props} />;
    case 'ID':
    case 'TEXT':
    case 'LONG_TEXT':
      return <TextInput {...props} />;
  }
}
