import {
  Box,
  Link as MuiLink,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  type TableRowProps,
  TableSortLabel,
} from '@mui/material';
import type { MouseEvent } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { recordPath } from '../../api/data';
import type { Column, Resource, Row } from '../../api/schema';
import { EditableCell, isEditedInLists } from '../cell/EditableCell';
import { useMovable } from '../order/useMovable';
import { plain, titleOf } from '../value/text';
import { useWording, useWords } from '../value/useWording';
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
  /** Whether rows are dragged: it stands within `Sortable`. */
  movable?: boolean;
  /** Where values are edited in their cells: what is to be done when one was. */
  onEdited?: () => void;
}

export function RowTable({
  resource,
  columns,
  rows,
  sorts = true,
  selection,
  movable = false,
  onEdited,
}: Props) {
  const t = useTranslate();
  const say = useWords();
  const words = useWording();
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
            {movable && (
              <TableCell padding="checkbox">
                <Box component="span" sx={unseen}>
                  {t('ojeomneo.drag.order')}
                </Box>
              </TableCell>
            )}
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
            <Line
              key={row.id}
              movable={movable}
              id={row.id}
              name={titleOf(resource, row, words)}
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
            </Line>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

interface LineProps extends TableRowProps {
  movable: boolean;
  id: string;
  name: string;
}

function Line({ movable, id, name, ...row }: LineProps) {
  return movable ? <MovableLine id={id} name={name} {...row} /> : <TableRow {...row} />;
}

function MovableLine({ id, name, children, ...row }: Omit<LineProps, 'movable'>) {
  const { ref, style, grip } = useMovable(id, name);
  return (
    <TableRow ref={ref} style={style} {...row}>
      <TableCell padding="checkbox" onClick={(event) => event.stopPropagation()}>
        {grip}
      </TableCell>
      {children}
    </TableRow>
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
