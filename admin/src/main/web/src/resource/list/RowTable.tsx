import {
  Box,
  Link as MuiLink,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  TableSortLabel,
} from '@mui/material';
import type { MouseEvent } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { recordPath } from '../../api/data';
import type { Column, Resource, Row } from '../../api/schema';
import { EditableCell, isEditedInLists } from '../cell/EditableCell';
import { plain } from '../value/text';
import { useWords } from '../value/useWording';
import { Value } from '../value/Value';
import { ChoosePage, ChooseRow } from '../bulk/Choose';
import type { Selection } from '../bulk/useSelection';

interface Props {
  resource: Resource;
  columns: Column[];
  rows: Row[];
  /** Whether the list around it can be sorted. */
  sorts?: boolean;
  /** Where rows can be chosen. */
  selection?: Selection;
  /** Where values are edited in their cells: what is to be done when one was. */
  onEdited?: () => void;
}

export function RowTable({ resource, columns, rows, sorts = true, selection, onEdited }: Props) {
  const say = useWords();
  const navigate = useNavigate();
  const link = linkColumn(resource, columns);
  // A click anywhere opens the row; the link in it is for the keyboard, and for a new tab.
  function open(event: MouseEvent, row: Row) {
    if ((event.target as Element).closest('a') === null && String(getSelection()) === '') {
      void navigate(recordPath(resource.name, row.id));
    }
  }
  return (
    <TableContainer tabIndex={0} aria-label={say(resource.label)} role="region">
      <Table size="small">
        <TableHead>
          <TableRow>
            {selection !== undefined && <ChoosePage rows={rows} selection={selection} />}
            {columns.map((column) =>
              sorts && column.sortable ? (
                <SortHeading key={column.name} column={column} />
              ) : (
                <TableCell key={column.name} align={alignOf(column)}>
                  {say(column.label)}
                </TableCell>
              ),
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow
              key={row.id}
              hover
              sx={{ cursor: 'pointer' }}
              selected={selection?.has(row) ?? false}
              onClick={(event) => open(event, row)}
            >
              {selection !== undefined && (
                <ChooseRow resource={resource} row={row} rows={rows} selection={selection} />
              )}
              {columns.map((column) => (
                <TableCell key={column.name} align={alignOf(column)} sx={cell}>
                  {onEdited !== undefined && isEditedInLists(resource, column) ? (
                    <EditableCell resource={resource} column={column} row={row} onSaved={onEdited}>
                      <Cell
                        resource={resource}
                        column={column}
                        row={row}
                        linked={column === link}
                      />
                    </EditableCell>
                  ) : (
                    <Cell resource={resource} column={column} row={row} linked={column === link} />
                  )}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function Cell({
  resource,
  column,
  row,
  linked,
}: {
  resource: Resource;
  column: Column;
  row: Row;
  linked: boolean;
}) {
  const value = (
    <Value short column={column} value={row[column.name]} title={row.titles?.[column.name]} />
  );
  if (!linked) {
    return value;
  }
  return (
    <MuiLink component={Link} to={recordPath(resource.name, row.id)} color="inherit" sx={titleLink}>
      {plain(row[column.name]) === '' ? row.id.slice(-12) : value}
    </MuiLink>
  );
}

/** That of the row's name, else the first that is words. */
export function linkColumn(resource: Resource, columns: Column[]): Column | undefined {
  return (
    columns.find(({ name }) => name === resource.title) ??
    columns.find(({ type }) => type !== 'IMAGE' && type !== 'IMAGE_URL')
  );
}

function SortHeading({ column }: { column: Column }) {
  const t = useTranslate();
  const say = useWords();
  const { sort, setSort } = useListContext();
  const label = say(column.label);
  const sorted = sort.field === column.name;
  const ascending = sort.order === 'ASC';
  return (
    <TableCell
      align={alignOf(column)}
      sortDirection={sorted ? (ascending ? 'asc' : 'desc') : false}
    >
      <TableSortLabel
        active={sorted}
        direction={sorted && !ascending ? 'desc' : 'asc'}
        onClick={() => setSort({ field: column.name, order: sorted && ascending ? 'DESC' : 'ASC' })}
      >
        {label}
        {sorted && (
          <Box component="span" sx={unseen}>
            {t(ascending ? 'ojeomneo.list.sortedUp' : 'ojeomneo.list.sortedDown')}
          </Box>
        )}
      </TableSortLabel>
    </TableCell>
  );
}

function alignOf(column: Column): 'right' | 'left' {
  return column.type === 'MONEY' || column.type === 'INTEGER' ? 'right' : 'left';
}

const cell = { maxWidth: 360, height: 46 };
const titleLink = { fontWeight: 600 };
const unseen = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
};
