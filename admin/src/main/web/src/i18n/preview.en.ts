import type { PreviewTexts } from './preview.ko';

export const previewInEnglish: PreviewTexts = {
  title: 'Preview of what the app shows',
  about:
    'Before you save: what the chosen app is told now, and what it would be told. Nothing is written.',
  platform: 'Platform',
  version: 'App version',
  device: 'Device id',
  deviceAbout:
    'Empty: an app that sends none. A feature that is on for a part of the devices is off there.',
  at: 'Time',
  atAbout: 'Empty: now',
  same: 'This app is told the same as now.',
  changes: 'What changes',
  what: 'What',
  now: 'Now',
  then: 'After saving',
  absent: 'none',
  kinds: {
    update: 'Update',
    version: 'Version',
    feature: 'Feature',
    setting: 'Setting',
    notice: 'Notice',
  },
  update: { true: 'required', false: 'not required' },
  feature: { true: 'on', false: 'off' },
  share:
    '%{flag}: %{now} → %{then} of the devices of this platform and version (worked out for %{of} made-up device ids, not counted on real ones)',
  versions: 'By version',
  version_: { must: 'must update', may: 'is offered an update', latest: 'newest' },
  untitled: 'Without a title',
  window: 'On the home page from %{from} until %{to}.',
  openEnd: 'On the home page from %{from} on.',
};
