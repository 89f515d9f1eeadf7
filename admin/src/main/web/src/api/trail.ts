import type { RowPage } from './schema';

/** The largest page that the API gives. */
const MOST = 100;

/** How far a page that was opened by its number alone may lie from the last one known. */
const FARTHEST = 2_000;

export type Fetch = (cursor: string | null, limit: number) => Promise<RowPage>;

/**
 * Numbered pages over an API that only knows "after this one": the cursors of the pages passed so far, of one list in
 * one order. A page whose cursor is not known, as after a reload, is walked to from the nearest one before it.
 */
export class Trail {
  private readonly cursors = new Map<number, string | null>([[1, null]]);

  constructor(private readonly perPage: number) {}

  async page(page: number, fetch: Fetch): Promise<RowPage> {
    let known = page;
    while (!this.cursors.has(known)) {
      known--;
    }
    if ((page - known) * this.perPage > FARTHEST) {
      return { items: [], nextCursor: null, estimatedTotal: 0 };
    }
    const start = await this.walk(known, page, fetch);
    if (start === undefined) {
      return { items: [], nextCursor: null, estimatedTotal: 0 };
    }
    const found = await fetch(start, this.perPage);
    // A page that has become the last one forgets what came after it.
    if (found.nextCursor === null) {
      this.cursors.delete(page + 1);
    } else {
      this.cursors.set(page + 1, found.nextCursor);
    }
    return found;
  }

  /** The cursor where the page begins; undefined when the list ends before it. */
  private async walk(
    known: number,
    page: number,
    fetch: Fetch,
  ): Promise<string | null | undefined> {
    let cursor = this.cursors.get(known) ?? null;
    let left = (page - known) * this.perPage;
    while (left > 0) {
      const step = Math.min(left, MOST);
      const { nextCursor } = await fetch(cursor, step);
      if (nextCursor === null) {
        return undefined;
      }
      cursor = nextCursor;
      left -= step;
    }
    this.cursors.set(page, cursor);
    return cursor;
  }
}
