import type { ExportsTexts } from './exports.ko';

export const exportsInEnglish: ExportsTexts = {
  title: 'Exported files',
  about: 'Files are kept for a day, and only you can download yours.',
  none: 'There are no files. Export a list to make one.',
  format: 'Format',
  formats: { CSV: 'CSV', XLSX: 'Excel (.xlsx)' },
  background: 'Make it on the server, download it later',
  backgroundHelp: 'Good for many rows. It goes on when you leave this page.',
  ordered:
    'The file is being made. Find it under "Exported files" in your account menu, top right.',
  make: 'Make the file',
  download: 'Download',
  cancel: 'Stop',
  delete: 'Delete',
  deleted: 'Deleted.',
  masked: 'Personal data masked',
  unmasked: 'With personal data',
  rows: '%{count} rows',
  progress: '%{done} of about %{all} rows',
  keptUntil: 'Kept until %{time}',
  states: { WAITING: 'Waiting', RUNNING: 'Being made', DONE: 'Done', FAILED: 'Failed' },
  failures: {
    FORBIDDEN: 'It was not made: you may not see this any more.',
    TOO_LARGE: 'The file is too large. Please narrow the list.',
    TOO_SLOW: 'It did not end within 30 minutes. Please narrow the list.',
    GAVE_UP: 'It could not be made after several tries. Please tell whoever runs the system.',
  },
};
