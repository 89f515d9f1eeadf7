import { useGetMany } from 'react-admin';
import type { Row } from '../../api/schema';
import { useResource } from '../declared';
import { formatMoney, withSeparators } from '../value/number';
import { daysOfInstants } from '../value/seoul';
import { choiceLabel, titleOf } from '../value/text';
import { useWording } from '../value/useWording';
import { type Filterable, rangeOf, valuesOf } from './filters';

/** A filter's value in words. */
export function FilterText({ column, value }: { column: Filterable; value: unknown }) {
  const words = useWording();
  if (value === null) {
    return '–';
  }
  switch (column.filter) {
    case 'BOOLEAN':
      return value === true ? words.yes : words.no;
    case 'CHOICE':
      return valuesOf(value)
        .map((each) => choiceLabel(column, each, words.locale))
        .join(', ');
    case 'REFERENCE':
      return <ReferenceTitles column={column} ids={valuesOf(value)} />;
    case 'RANGE':
      return rangeText(column, value, words.locale);
    case 'TEXT':
      return valuesOf(value).join(', ');
  }
}

function rangeText(column: Filterable, value: unknown, locale: string): string {
  const range = rangeOf(value);
  const { from, to } =
    column.type === 'INSTANT' ? daysOfInstants(range as { from?: string; to?: string }) : range;
  const say = (end: string | number | undefined) => {
    if (typeof end !== 'number') {
      return end ?? '';
    }
    return column.type === 'MONEY' ? formatMoney(end, locale) : withSeparators(end);
  };
  return from === to ? say(from) : `${say(from)} ~ ${say(to)}`;
}

function ReferenceTitles({ column, ids }: { column: Filterable; ids: string[] }) {
  const words = useWording();
  const resource = useResource(column.reference ?? '');
  const { data } = useGetMany<Row>(
    resource?.name ?? '',
    { ids },
    { enabled: resource !== undefined },
  );
  return ids
    .map((id) => {
      const row = data?.find((each) => (each as Row | undefined)?.id === id);
      return resource === undefined || row === undefined
        ? id.slice(-6)
        : titleOf(resource, row, words);
    })
    .join(', ');
}
