import { answer, api } from '../../api/http';
import { isRefused } from '../../api/problem';
import type { Bulk, BulkPreview, BulkProgress } from '../../api/schema';

/**
 * Does what was previewed and says how far it is. To abort it undoes all.
 *
 * @returns the last line; undefined when the connection ended before it
 */
export async function run(
  resource: string,
  bulk: Bulk,
  seen: string,
  signal: AbortSignal,
  onProgress: (progress: BulkProgress) => void,
): Promise<BulkProgress | undefined> {
  const stream = await answer(
    api.POST('/api/resources/{resource}/bulk', {
      params: { path: { resource } },
      body: { bulk, seen },
      parseAs: 'stream',
      signal,
    }),
  );
  return lastLine(stream, onProgress);
}

/** Hears the lines of something long until the one that ends it; undefined when there was none. */
export async function lastLine(
  stream: ReadableStream<Uint8Array<ArrayBuffer>> | null | undefined,
  onProgress: (progress: BulkProgress) => void,
): Promise<BulkProgress | undefined> {
  const reader = stream?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const read = await reader?.read();
    if (read === undefined || read.done) {
      return undefined;
    }
    const lines = (rest + read.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const progress = JSON.parse(line) as BulkProgress;
      if (progress.changed !== null || progress.code !== null) {
        return progress;
      }
      onProgress(progress);
    }
  }
}

/**
 * What would be done.
 *
 * @throws Error that says what is wrong with the value, where that is known
 */
export async function previewOf(resource: string, bulk: Bulk): Promise<BulkPreview> {
  try {
    return await answer(
      api.POST('/api/resources/{resource}/bulk/preview', {
        params: { path: { resource } },
        body: bulk,
      }),
    );
  } catch (error) {
    const wrong = isRefused(error, 400) ? Object.values(error.fields())[0] : undefined;
    throw wrong === undefined ? error : new Error(wrong);
  }
}
