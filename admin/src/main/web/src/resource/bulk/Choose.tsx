import { Checkbox, TableCell } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Resource, Row } from '../../api/schema';
import { titleOf } from '../value/text';
import { useWording } from '../value/useWording';
import type { Selection } from './useSelection';

export function ChoosePage({ rows, selection }: { rows: Row[]; selection: Selection }) {
  const t = useTranslate();
  const every = rows.length > 0 && rows.every(selection.has);
  return (
    <TableCell padding="checkbox">
      <Checkbox
        size="small"
        checked={every}
        indeterminate={!every && rows.some(selection.has)}
        onChange={() => selection.setPage(rows, !every)}
        slotProps={{ input: { 'aria-label': t('ojeomneo.bulk.choosePage') } }}
      />
    </TableCell>
  );
}

interface Props {
  resource: Resource;
  row: Row;
  rows: Row[];
  selection: Selection;
}

/** The whole cell keeps the click that would open the row. */
export function ChooseRow(props: Props) {
  return (
    <TableCell padding="checkbox" onClick={(event) => event.stopPropagation()}>
      <RowBox {...props} size="small" />
    </TableCell>
  );
}

/** Named by its row. */
export function RowBox({ resource, row, rows, selection, size }: Props & { size?: 'small' }) {
  const t = useTranslate();
  const words = useWording();
  const name = titleOf(resource, row, words);
  return (
    <Checkbox
      size={size}
      checked={selection.has(row)}
      onChange={({ nativeEvent }, chosen) =>
        selection.set(rows, row, chosen, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
      }
      slotProps={{ input: { 'aria-label': t('ojeomneo.bulk.choose', { name }) } }}
    />
  );
}
