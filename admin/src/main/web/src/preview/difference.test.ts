import { expect, test } from 'vitest';
import type { AppConfig } from '../api/schema';
import { differences } from './difference';

const now: AppConfig = {
  updateRequired: false,
  minVersion: '1.0.0',
  latestVersion: '1.0.0',
  features: { reorder: true },
  settings: { phone: '02-1' },
  notices: [],
};

test('what stays is not said', () => {
  expect(differences(now, { ...now })).toEqual([]);
});

test('a feature that goes on, a setting that goes and a notice that comes are said', () => {
  const notice = {
    id: 'n',
    title: '점검',
    body: '곧',
    startsAt: '2026-01-01T00:00:00Z',
    endsAt: null,
  };
  expect(
    differences(now, { ...now, features: { reorder: false }, settings: {}, notices: [notice] }),
  ).toEqual([
    { kind: 'feature', name: 'reorder', now: 'true', then: 'false' },
    { kind: 'setting', name: 'phone', now: '"02-1"', then: undefined },
    { kind: 'notice', name: '점검', now: undefined, then: '점검 — 곧' },
  ]);
});
