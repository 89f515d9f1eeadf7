import { Box, ListItemButton, Stack, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { recordPath } from '../../api/data';
import type { Column, Resource, Row } from '../../api/schema';
import { RowBox } from '../bulk/Choose';
import type { Selection } from '../bulk/useSelection';
import { titleOf } from '../value/text';
import { useWording, useWords } from '../value/useWording';
import { Value } from '../value/Value';

const MOST = 5;

interface Props {
  resource: Resource;
  rows: Row[];
  /** Where rows can be chosen. */
  selection?: Selection;
}

/** A list as a phone has it: each row with its name and what is most said of it. */
export function Cards({ resource, rows, selection }: Props) {
  const words = useWording();
  const listed = resource.columns.filter(({ listed: isListed }) => isListed);
  const picture = listed.find(isPicture);
  const details = listed
    .filter((column) => column !== picture && column.name !== resource.title)
    .slice(0, MOST);
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {rows.map((row) => (
        <Box component="li" key={row.id} sx={entry}>
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
        </Box>
      ))}
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
