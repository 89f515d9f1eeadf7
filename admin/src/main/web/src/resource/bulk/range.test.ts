import { expect, test } from 'vitest';
import type { Row } from '../../api/schema';
import { range } from './useSelection';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id): Row => ({ id })) as [Row, Row, Row, Row];
const rows = [a, b, c, d];

test('a range has both its ends, whichever was touched first', () => {
  expect(range(rows, 'b', d)).toEqual([b, c, d]);
  expect(range(rows, 'd', b)).toEqual([b, c, d]);
});

test('without a row that was touched before, a range is the one row', () => {
  expect(range(rows, null, c)).toEqual([c]);
  expect(range(rows, 'of another page', c)).toEqual([c]);
});
