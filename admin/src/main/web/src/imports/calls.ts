import { answer, api } from '../api/http';
import { isRefused } from '../api/problem';
import type { BulkProgress, ImportContents, ImportPreview, Resource } from '../api/schema';
import { lastLine } from '../resource/bulk/run';

/** One for each column of the file: what it is of the resource; empty for those that are left out. */
export type Columns = readonly string[];

function sent(file: File) {
  return { body: file, bodySerializer: () => file, headers: { 'Content-Type': 'text/csv' } };
}

export function contentsOf(resource: string, file: File): Promise<ImportContents> {
  return inWords(
    answer(
      api.POST('/api/resources/{resource}/import/contents', {
        params: { path: { resource } },
        ...sent(file),
      }),
    ),
  );
}

export function previewOf(resource: string, file: File, columns: Columns): Promise<ImportPreview> {
  return inWords(
    answer(
      api.POST('/api/resources/{resource}/import/preview', {
        params: { path: { resource }, query: { columns: columns.join(',') } },
        ...sent(file),
      }),
    ),
  );
}

/** Every cell that is wrong, as a file. */
export async function errorsOf(resource: string, file: File, columns: Columns): Promise<Blob> {
  const { data } = await api.POST('/api/resources/{resource}/import/errors', {
    params: { path: { resource }, query: { columns: columns.join(',') } },
    ...sent(file),
    parseAs: 'blob',
  });
  return data ?? new Blob();
}

/**
 * Does what was previewed. To abort it undoes all; the same again does nothing twice.
 *
 * @returns the last line; undefined when the connection ended before it
 */
export async function run(
  resource: string,
  file: File,
  columns: Columns,
  { id, seen }: ImportPreview,
  signal: AbortSignal,
  onProgress: (progress: BulkProgress) => void,
): Promise<BulkProgress | undefined> {
  const query = { columns: columns.join(','), id, seen, file: file.name.slice(0, 120) };
  const stream = await answer(
    api.POST('/api/resources/{resource}/import', {
      params: { path: { resource }, query },
      ...sent(file),
      parseAs: 'stream',
      signal,
    }),
  );
  return lastLine(stream, onProgress);
}

/** What a file has that comes back: the key, the version, and all that can be written. */
export function templatePath({ name, columns }: Resource): string {
  const names = columns
    .filter((column) => column.name === 'id' || column.creatable || column.editable)
    .map((column) => column.name);
  const first = names.shift() ?? '';
  return `/api/${name}/export?columns=${[first, 'version', ...names].join(',')}`;
}

/** What is wrong with the file or its columns, said as the API says it. */
async function inWords<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const wrong = isRefused(error, 400) ? Object.values(error.fields())[0] : undefined;
    throw wrong === undefined ? error : new Error(wrong);
  }
}
