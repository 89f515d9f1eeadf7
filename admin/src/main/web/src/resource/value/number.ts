/** Numbers as people write them: `12,000`, `12000원`, `₩12 000`; full-width digits of a Korean keyboard too. */

/** Null for nothing, undefined for what is no whole number. */
export function parseWhole(text: string): number | null | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,원₩_]/g, '')
    .replace(/[−–]/g, '-');
  if (plain === '') {
    return null;
  }
  if (!/^[+-]?\d{1,15}$/.test(plain)) {
    return undefined;
  }
  return Number(plain);
}

export function withSeparators(value: number): string {
  return value.toLocaleString('en-US');
}

export function formatMoney(value: number, locale: string): string {
  return locale === 'en' ? `₩${withSeparators(value)}` : `${withSeparators(value)}원`;
}
