import { Chip } from '@mui/material';
import { useResource } from '../resource/declared';
import { choiceLabel } from '../resource/value/text';
import { toneOf } from '../resource/value/tone';
import { useWording } from '../resource/value/useWording';
import type { OrderStatus } from '../api/schema';

/** The state of an order, in colour and in words. */
export function Status({ status, large = false }: { status: OrderStatus; large?: boolean }) {
  const { locale } = useWording();
  const column = useResource('orders')?.columns.find(({ name }) => name === 'status');
  const label = column === undefined ? status : choiceLabel(column, status, locale);
  return (
    <Chip
      size={large ? 'medium' : 'small'}
      variant={large ? 'filled' : 'outlined'}
      color={toneOf(status)}
      label={label}
      sx={large ? { fontSize: '0.9375rem', px: 0.5 } : undefined}
    />
  );
}
