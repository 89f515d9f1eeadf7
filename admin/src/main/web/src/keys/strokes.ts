/** What is pressed with letters on a Mac, and everywhere else. */
export function modKey(): string {
  return /Mac|iP(hone|ad|od)/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
}

const PATIENCE_MS = 1_500;

export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/**
 * What was pressed: `j`, `?`, `ArrowDown`, `mod+k`. A key that writes Hangul counts as the Latin letter on it. Undefined
 * while an input method composes, and for what is the browser's or the system's own.
 */
export function strokeOf(press: Press): string | undefined {
  if (press.isComposing || press.key === 'Process' || press.altKey) {
    return undefined;
  }
  const key = letterOf(press);
  const mod = press.ctrlKey || press.metaKey;
  if (press.shiftKey && /^[a-z]$/.test(key)) {
    return undefined;
  }
  return mod ? (press.shiftKey ? undefined : `mod+${key}`) : key;
}

function letterOf({ key, code }: Press): string {
  if (/^[a-z]$/i.test(key)) {
    return key.toLowerCase();
  }
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter !== undefined && /^[ㄱ-ㅣ]$/.test(key) ? letter.toLowerCase() : key;
}

/** Strokes become sequences: `o` after `g` is `g o`, when it comes soon. */
export function sequences(first: ReadonlySet<string>): (stroke: string, now: number) => string {
  let before = '';
  let until = 0;
  return (stroke, now) => {
    const whole = before !== '' && now < until ? `${before} ${stroke}` : stroke;
    before = first.has(whole) ? whole : '';
    until = now + PATIENCE_MS;
    return whole;
  };
}

const WRITES_NOTHING = new Set(['button', 'checkbox', 'radio', 'submit', 'reset', 'file', 'image']);

/** Whether what has the focus takes letters, to write or to choose by. */
export function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  if (target instanceof HTMLInputElement) {
    return !WRITES_NOTHING.has(target.type);
  }
  return (
    target.isContentEditable ||
    target.closest('textarea, select, [role=combobox], [role=listbox], [role=menu]') !== null
  );
}
