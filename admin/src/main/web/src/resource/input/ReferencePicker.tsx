import { Autocomplete, TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import { useGetList, useGetMany, useTranslate } from 'react-admin';
import type { Row } from '../../api/schema';
import { useResource } from '../declared';
import { titleOf } from '../value/text';
import { useWording } from '../value/useWording';

const PAUSE_MS = 250;

interface Common {
  reference: string;
  label: string;
  autoFocus?: boolean;
  required?: boolean;
  error?: boolean;
  helperText?: React.ReactNode;
  onBlur?: () => void;
}

type Props = Common &
  (
    | { multiple: true; value: string[]; onChange: (ids: string[]) => void; title?: undefined }
    | {
        multiple?: false;
        value: string | null;
        onChange: (id: string | null) => void;
        /** Of the row that is chosen, when it is known already. */
        title?: string;
      }
  );

interface Option {
  id: string;
  title: string;
}

/** Finds rows of another resource by name: the API searches where it can, else among the first hundred. */
export function ReferencePicker(props: Props) {
  const t = useTranslate();
  const [typed, setTyped] = useState('');
  const { options, isFetching, searches } = useOptions(props.reference, typed);
  const chosen = useChosen(props);
  const common = {
    filterOptions: searches ? (all: Option[]) => all : undefined,
    getOptionKey: ({ id }: Option) => id,
    getOptionLabel: ({ title }: Option) => title,
    isOptionEqualToValue: (a: Option, b: Option) => a.id === b.id,
    loading: isFetching,
    openOnFocus: true,
    loadingText: t('ojeomneo.form.loading'),
    noOptionsText: t('ojeomneo.form.noOptions'),
    onBlur: props.onBlur,
    onInputChange: (_: unknown, text: string, reason: string) =>
      setTyped(reason === 'input' ? text : ''),
    options,
    size: 'small' as const,
  };
  const input = (params: object) => (
    <TextField
      {...params}
      label={props.label}
      autoFocus={props.autoFocus}
      required={props.required}
      error={props.error}
      helperText={props.helperText}
    />
  );
  return props.multiple ? (
    <Autocomplete<Option, true>
      {...common}
      multiple
      disableCloseOnSelect
      value={chosen}
      onChange={(_, all) => props.onChange(all.map(({ id }) => id))}
      renderInput={input}
    />
  ) : (
    <Autocomplete<Option>
      {...common}
      value={chosen[0] ?? null}
      onChange={(_, one) => props.onChange(one?.id ?? null)}
      renderInput={input}
    />
  );
}

function useOptions(reference: string, typed: string) {
  const words = useWording();
  const resource = useResource(reference);
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setWanted(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const searches = resource?.searchable ?? false;
  const sort = resource?.defaultSort ?? 'id';
  const { data, isFetching } = useGetList<Row>(
    reference,
    {
      filter: searches && wanted !== '' ? { q: wanted } : {},
      sort: { field: sort.replace('-', ''), order: sort.startsWith('-') ? 'DESC' : 'ASC' },
      pagination: { page: 1, perPage: searches ? 20 : 100 },
    },
    { enabled: resource !== undefined },
  );
  const options =
    resource === undefined
      ? []
      : (data ?? []).map((row) => ({ id: row.id, title: titleOf(resource, row, words) }));
  return { options, isFetching, searches };
}

function useChosen({ reference, value, title }: Props): Option[] {
  const words = useWording();
  const resource = useResource(reference);
  const ids = Array.isArray(value) ? value : value === null ? [] : [value];
  const known = title !== undefined;
  const { data } = useGetMany<Row>(
    reference,
    { ids },
    { enabled: resource !== undefined && !known && ids.length > 0 },
  );
  return ids.map((id) => {
    const row = data?.find((each) => (each as Row | undefined)?.id === id);
    const named =
      resource === undefined || row === undefined ? id.slice(-12) : titleOf(resource, row, words);
    return { id, title: title ?? named };
  });
}
