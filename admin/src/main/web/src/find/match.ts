import { convertQwertyToHangul, disassemble, getChoseong } from 'es-hangul';

/** From here up to there, as `slice` takes it. */
export type Range = readonly [start: number, end: number];

const INITIAL = /[ㄱ-ㅎ]/;
/** What an input method makes of two initial consonants in a row. */
const COMPOUND = /[ㄳㄵㄶㄺ-ㅀㅄ]/g;

/**
 * Where a text has what was typed: in any case, by initial consonants (ㅈㅁ in 주문), with the last syllable still
 * being composed (줌 on the way to 주문), and across spaces.
 */
export function rangeOf(text: string, typed: string): Range | undefined {
  const letters = text.normalize('NFC').toLowerCase();
  const wanted = Array.from(
    typed
      .normalize('NFC')
      .toLowerCase()
      .replace(COMPOUND, (c) => disassemble(c)),
  );
  if (wanted.length === 0) {
    return undefined;
  }
  for (let start = 0; start < letters.length; start++) {
    const end = endOf(letters, start, wanted);
    if (end !== undefined) {
      return [start, end];
    }
  }
  return undefined;
}

function endOf(text: string, start: number, wanted: readonly string[]): number | undefined {
  let at = start;
  for (const [index, letter] of wanted.entries()) {
    if (index > 0 && text[at] === ' ' && letter !== ' ') {
      at++;
    }
    const there = text[at];
    if (there === undefined) {
      return undefined;
    }
    const same =
      there === letter ||
      (INITIAL.test(letter) && getChoseong(there) === letter) ||
      (index === wanted.length - 1 && disassemble(text.slice(at)).startsWith(disassemble(letter)));
    if (!same) {
      return undefined;
    }
    at++;
  }
  return at;
}

/** Every word of what was typed, wherever it stands in the text. */
export function marks(text: string, typed: string): Range[] {
  const whole = rangeOf(text, typed.trim());
  return whole !== undefined
    ? [whole]
    : wordsOf(typed)
        .map((word) => rangeOf(text, word))
        .filter((range) => range !== undefined)
        .sort((a, b) => a[0] - b[0]);
}

/**
 * How well something is meant, less is better: 0 when it is called that in either language (영어, before 영업 that may be
 * on its way), 1 when its name begins with it, 2 when its name has it, 3 when only its other words have it; undefined
 * when it is not meant.
 */
export function rankOf(name: string, others: readonly string[], typed: string): number | undefined {
  const words = wordsOf(typed);
  const all = [name, ...others];
  if (!words.every((word) => all.some((text) => rangeOf(text, word) !== undefined))) {
    return undefined;
  }
  if (all.some((text) => text.toLowerCase() === words.join(' ').toLowerCase())) {
    return 0;
  }
  const inName = words.map((word) => rangeOf(name, word));
  if (inName.some((range) => range === undefined)) {
    return 3;
  }
  return inName[0]?.[0] === 0 ? 1 : 2;
}

/** The best first; those that are equal stay in their order. */
export function best<T extends { label: string; words: readonly string[] }>(
  all: readonly T[],
  typed: string,
): T[] {
  const found = ranked(all, typed);
  // Typed in Korean with the keyboard still on English: apsb for 메뉴.
  return found.length === 0 && /^[a-z]{2,}$/i.test(typed)
    ? ranked(all, convertQwertyToHangul(typed))
    : found;
}

function ranked<T extends { label: string; words: readonly string[] }>(
  all: readonly T[],
  typed: string,
): T[] {
  return all
    .map((one) => ({ one, rank: rankOf(one.label, one.words, typed) }))
    .filter((each): each is { one: T; rank: number } => each.rank !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

/** Each kind by itself, first that which has something that is called exactly so. */
export function bestOfEach<T extends { label: string; words: readonly string[] }>(
  kinds: readonly (readonly T[])[],
  typed: string,
): T[] {
  const isMeant = ({ label, words }: T) => rankOf(label, words, typed) === 0;
  return kinds
    .map((kind) => best(kind, typed))
    .sort((a, b) => Number(b.some(isMeant)) - Number(a.some(isMeant)))
    .flat();
}

/** What the API is asked for: no consonant that waits for its vowel, and order numbers as they are written. */
export function askedFor(typed: string): string {
  const text = typed.trim().replace(/[ㄱ-ㅎㅏ-ㅣ]+$/, '');
  return /^[a-z]\d{2,3}$/.test(text)
    ? text.toUpperCase()
    : Array.from(text.trim()).slice(0, 100).join('');
}

function wordsOf(typed: string): string[] {
  return typed.split(/\s+/).filter((word) => word !== '');
}
