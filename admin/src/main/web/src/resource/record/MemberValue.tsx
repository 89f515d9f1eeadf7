import { Box } from '@mui/material';
import { useGetMany } from 'react-admin';
import type { Column, Inline, Resource, Row } from '../../api/schema';
import { useResource } from '../declared';
import { list, plain, textOf, titleOf } from '../value/text';
import { type Wording } from '../value/text';
import { useWording, useWords } from '../value/useWording';
import { Value } from '../value/Value';
import type { Values } from './changes';

/** How the page calls a member of a row: a column, or rows within it. */
export function useMemberLabel(resource: Resource): (name: string) => string {
  const say = useWords();
  return (name) => {
    const found = [...resource.columns, ...resource.inlines].find((each) => each.name === name);
    return found === undefined ? name : say(found.label);
  };
}

interface Props {
  resource: Resource;
  name: string;
  value: unknown;
  title?: string;
}

/** The value of a member, short, wherever it comes from: the row, its past, or another's form. */
export function MemberValue({ resource, name, value, title }: Props) {
  const words = useWording();
  const column = resource.columns.find((each) => each.name === name);
  if (column !== undefined) {
    return column.type === 'REFERENCE' && title === undefined && typeof value === 'string' ? (
      <Referred column={column} id={value} />
    ) : (
      <Value short column={column} value={value} title={title} />
    );
  }
  const inline = resource.inlines.find((each) => each.name === name);
  if (inline === undefined || !Array.isArray(value)) {
    return <span>{plain(value)}</span>;
  }
  return (
    <Box component="ol" sx={{ m: 0, pl: 2.5 }}>
      {value.map((row, i) => (
        <li key={i}>{partText(inline, row as Values, words)}</li>
      ))}
    </Box>
  );
}

/** A row within a row, with those within it, on one line. */
function partText(inline: Inline, row: Values, words: Wording): string {
  const own = inline.columns
    .map((column) => textOf(column, row[column.name], words))
    .filter((text) => text !== '')
    .join(' · ');
  const inner = inline.inlines.flatMap((each) =>
    list(row[each.name]).map((part) => partText(each, part as Values, words)),
  );
  return inner.length === 0 ? own : `${own} (${inner.join(', ')})`;
}

function Referred({ column, id }: { column: Column; id: string }) {
  const words = useWording();
  const resource = useResource(column.reference ?? '');
  const { data } = useGetMany<Row>(
    column.reference ?? '',
    { ids: [id] },
    { enabled: resource !== undefined },
  );
  const row = data?.[0];
  return (
    <span>
      {resource === undefined || row === undefined ? id.slice(-12) : titleOf(resource, row, words)}
    </span>
  );
}
