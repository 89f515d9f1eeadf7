/** The script that a page begins with: its name has a hash of everything in the build. */
export function entryOf(page: string): string | undefined {
  return (
    /<script\b[^>]*\btype="module"[^>]*\bsrc="([^"]+)"/.exec(page)?.[1] ??
    /<script\b[^>]*\bsrc="([^"]+)"[^>]*\btype="module"/.exec(page)?.[1]
  );
}

/** Whether what is served now begins with another script than `mine`. What cannot be read says nothing. */
export async function isAnother(mine: string, load: typeof fetch = fetch): Promise<boolean> {
  try {
    const answer = await load('/', { cache: 'no-store', credentials: 'omit' });
    const served = answer.ok ? entryOf(await answer.text()) : undefined;
    return served !== undefined && served !== mine;
  } catch {
    return false;
  }
}
