/** Days and hours of sale that many dishes have. */
export interface SaleRow {
  days: string[];
  sellsFrom: string;
  sellsUntil: string;
}

export interface Preset {
  /** A key of the words. */
  name: string;
  rows: SaleRow[];
}

const WEEKDAYS = ['1', '2', '3', '4', '5'];
const DAILY = [...WEEKDAYS, '6', '7'];

export const PRESETS: Preset[] = [
  { name: 'always', rows: [] },
  { name: 'lunch', rows: [{ days: WEEKDAYS, sellsFrom: '11:00', sellsUntil: '14:00' }] },
  { name: 'weekdays', rows: [{ days: WEEKDAYS, sellsFrom: '00:00', sellsUntil: '00:00' }] },
  { name: 'dinner', rows: [{ days: DAILY, sellsFrom: '17:00', sellsUntil: '21:00' }] },
  { name: 'weekend', rows: [{ days: ['6', '7'], sellsFrom: '00:00', sellsUntil: '00:00' }] },
];
