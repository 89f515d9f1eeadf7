import { Box, ListItemButton, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { recordPath } from '../../api/data';
import type { Column, Resource, Row } from '../../api/schema';
import { RowBox } from '../bulk/Choose';
import type { Selection } from '../bulk/useSelection';
import { titleOf } from '../value/text';
import { useMovable } from '../order/useMovable';
import { useWording, useWords } from '../value/useWording';
import { Value } from '../value/Value';

const MOST = 5;

interface Props {
  resource: Resource;
  rows: Row[];
  /** Where rows can be chosen. */
  selection?: Selection;
  /** Whether rows are dragged: it stands within `Sortable`. */
  movable?: boolean;
}

/** A list as a phone has it: each row with its name and what is most said of it. */
export function Cards({ resource, rows, selection, movable = false }: Props) {
  const words = useWording();
  const listed = resource.columns.filter(({ listed: isListed }) => isListed);
  const picture = listed.find(isPicture);
  const details = listed
    .filter((column) => column !== picture && column.name !== resource.title)
    .slice(0, MOST);
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {rows.map((row) => (
        <Entry key={row.id} movable={movable} id={row.id} name={titleOf(resource, row, words)}>
          {selection !== undefined && (
            <RowBox resource={resource} row={row} rows={rows} selection={selection} />
          )}
          <ListItemButton
            component={Link}
            to={recordPath(resource.name, row.id)}
            sx={{ gap: 1.5, minWidth: 0 }}
          >
            {picture !== undefined && <Value short column={picture} value={row[picture.name]} />}
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography sx={{ fontWeight: 650 }}>{titleOf(resource, row, words)}</Typography>
              <Stack direction="row" sx={{ flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.25 }}>
                {details.map((column) => (
                  <Detail key={column.name} column={column} row={row} />
                ))}
              </Stack>
            </Box>
          </ListItemButton>
        </Entry>
      ))}
    </Box>
  );
}

interface EntryProps {
  id: string;
  name: string;
  children: ReactNode;
}

function Entry({ movable, ...row }: EntryProps & { movable: boolean }) {
  return movable ? (
    <MovableEntry {...row} />
  ) : (
    <Box component="li" sx={entry}>
      {row.children}
    </Box>
  );
}

function MovableEntry({ id, name, children }: EntryProps) {
  const { ref, style, grip } = useMovable(id, name);
  return (
    <Box component="li" ref={ref} style={style} sx={entry}>
      {grip}
      {children}
    </Box>
  );
}

function Detail({ column, row }: { column: Column; row: Row }) {
  const say = useWords();
  const value = row[column.name];
  if (value === null || value === undefined || value === '') {
    return null;
  }
  return (
    <Typography component="span" variant="body2" color="textSecondary" sx={detail}>
      {column.type !== 'CHOICE' && <span>{say(column.label)}</span>}
      <Box component="span" sx={{ color: 'text.primary', minWidth: 0 }}>
        <Value short column={column} value={value} title={row.titles?.[column.name]} />
      </Box>
    </Typography>
  );
}

function isPicture({ type }: Column): boolean {
  return type === 'IMAGE' || type === 'IMAGE_URL';
}

const entry = {
  display: 'flex',
  alignItems: 'center',
  borderBottom: 1,
  borderColor: 'divider',
  '&:last-child': { borderBottom: 0 },
};
const detail = { display: 'inline-flex', gap: 0.5, alignItems: 'center', minWidth: 0 };
