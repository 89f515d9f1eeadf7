import EditIcon from '@mui/icons-material/EditOutlined';
import { Box, IconButton } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Column, Resource, Row } from '../../api/schema';
import { titleOf } from '../value/text';
import { isNumeric } from '../value/typed';
import { useWording, useWords } from '../value/useWording';
import { CellForm } from './CellForm';

interface Props {
  resource: Resource;
  column: Column;
  row: Row;
  /** The value as it is read. */
  children: ReactNode;
  onSaved: () => void;
}

/** A value that is edited where it stands in a list. A click beside the pen opens the row, as everywhere. */
export function EditableCell({ resource, column, row, children, onSaved }: Props) {
  const t = useTranslate();
  const say = useWords();
  const words = useWording();
  const [open, setOpen] = useState(false);
  if (open) {
    return (
      <Box onClick={(event) => event.stopPropagation()}>
        <CellForm
          resource={resource}
          column={column}
          row={row}
          onSaved={() => {
            setOpen(false);
            onSaved();
          }}
          onClose={() => setOpen(false)}
        />
      </Box>
    );
  }
  const label = t('ojeomneo.cell.edit', {
    name: titleOf(resource, row, words),
    column: say(column.label),
  });
  return (
    // What is read from the right stays under its heading.
    <Box sx={{ ...cell, flexDirection: isNumeric(column) ? 'row-reverse' : 'row' }}>
      <span>{children}</span>
      <IconButton
        size="small"
        aria-label={label}
        className="pen"
        onClick={(event) => {
          event.stopPropagation();
          setOpen(true);
        }}
      >
        <EditIcon fontSize="inherit" />
      </IconButton>
    </Box>
  );
}

/** Numbers, switches and choices, which one line holds and nobody writes without meaning it. */
export function isEditedInLists(resource: Resource, column: Column): boolean {
  return resource.can.update && column.bulk && TYPES.has(column.type);
}

const TYPES = new Set<Column['type']>(['BOOLEAN', 'CHOICE', 'MONEY', 'INTEGER']);

const cell = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: 0.5,
  // Where there is a mouse the pen is seen where it points; on touch and for the keyboard it is always there.
  '@media (hover: hover)': {
    '& .pen': { opacity: 0 },
    'tr:hover & .pen, & .pen:focus-visible': { opacity: 1 },
  },
};
