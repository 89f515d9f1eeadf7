/** What shortcuts do with the page that is open: they go where Tab goes, only faster. */

/** One link for each row of the list: in a table, or in the cards of a phone. */
function rowLinks(): HTMLElement[] {
  const rows = document.querySelectorAll<HTMLElement>('#main tbody tr, #main ul > li');
  return [...rows]
    .map((row) => row.querySelector<HTMLElement>('a[href^="#/"]'))
    .filter((link) => link !== null && link.offsetParent !== null)
    .filter((link) => link !== null);
}

/** To the next row or the one before; false where there is none. */
export function moveAmongRows(step: 1 | -1): boolean {
  const links = rowLinks();
  const here = links.findIndex((link) =>
    link.closest('tr, li')?.contains(document.activeElement ?? null),
  );
  const next = links[here === -1 ? (step === 1 ? 0 : links.length - 1) : here + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

export function isAmongRows(): boolean {
  const row = document.activeElement?.closest('#main tbody tr, #main ul > li') ?? null;
  return row !== null && rowLinks().some((link) => row.contains(link));
}

export function focusSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>('#main input[type=search]');
  box?.focus();
  box?.select();
  return box !== null;
}

/** The first of the form that can be written. */
export function focusForm(): boolean {
  const input = [
    ...document.querySelectorAll<HTMLElement>(
      '#main form :is(input, textarea, [role=combobox]):not([disabled], [readonly], [type=hidden], [type=file])',
    ),
  ].find((each) => each.offsetParent !== null);
  input?.focus();
  return input !== undefined;
}

/** As its own button would; false where there is nothing to save. */
export function saveForm(): boolean {
  const button = document.querySelector<HTMLButtonElement>('#main form button[type=submit]');
  if (button === null) {
    return false;
  }
  if (!button.disabled) {
    button.form?.requestSubmit(button);
  }
  return true;
}

/** A row is being carried by keyboard: the arrows move it. */
export function isCarrying(): boolean {
  return document.querySelector('[aria-roledescription][aria-pressed=true]') !== null;
}

/** A dialog, a menu or a drawer lies above the page: keys are for it. */
export function isCovered(): boolean {
  return document.querySelector('.MuiModal-root:not(.MuiModal-hidden)') !== null;
}
