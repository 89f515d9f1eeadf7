import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';

interface Props {
  label: string;
  head: string[];
  rows: { key: string; cells: ReactNode[] }[];
}

/** The first column says what, the others how much. */
export function DataTable({ label, head, rows }: Props) {
  return (
    <Box sx={{ overflowX: 'auto' }} role="region" aria-label={label} tabIndex={0}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {head.map((name, column) => (
              <TableCell key={name} align={column === 0 ? 'left' : 'right'}>
                {name}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ key, cells }) => (
            <TableRow key={key}>
              {cells.map((cell, column) => (
                <TableCell
                  key={head[column]}
                  align={column === 0 ? 'left' : 'right'}
                  component={column === 0 ? 'th' : 'td'}
                  scope={column === 0 ? 'row' : undefined}
                  sx={{ fontWeight: column === 0 ? 600 : 400 }}
                >
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
