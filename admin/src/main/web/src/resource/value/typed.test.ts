import { expect, test } from 'vitest';
import type { Column } from '../../api/schema';
import { valueOf } from './typed';

function column(type: Column['type']): Column {
  return { name: 'x', type } as Column;
}

test.each([
  ['MONEY', '9,500', 9500],
  ['MONEY', ' 0 ', 0],
  ['INTEGER', '-3', -3],
  ['INTEGER', '', null],
  ['MONEY', '만원', '만원'],
  ['BOOLEAN', 'true', true],
  ['BOOLEAN', 'false', false],
  ['CHOICE', 'SOUP', 'SOUP'],
] as const)('%s that is typed as "%s" is sent as %s', (type, typed, sent) => {
  expect(valueOf(column(type), typed)).toBe(sent);
});
