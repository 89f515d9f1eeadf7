/** How many rows a page may have. */
export const PAGE_SIZES = [25, 50, 100];

export const LARGEST_PAGE = Math.max(...PAGE_SIZES);
