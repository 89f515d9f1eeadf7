import type { ChipProps } from '@mui/material';

/** What a state means to whoever works with it: colour besides the word, never instead of it. */
const TONES: Partial<Record<string, ChipProps['color']>> = {
  PENDING_PAYMENT: 'default',
  PAID: 'info',
  ACCEPTED: 'info',
  PREPARING: 'warning',
  READY: 'success',
  COMPLETED: 'default',
  CANCELLED: 'error',
  EXPIRED: 'default',
  PENDING: 'warning',
  OPEN: 'warning',
  DONE: 'success',
  FAILED: 'error',
  DELETE: 'error',
  REVEAL: 'warning',
  EXPORT: 'warning',
  REFUND: 'warning',
  CREATE: 'success',
};

export function toneOf(value: string): ChipProps['color'] {
  return TONES[value] ?? 'default';
}
