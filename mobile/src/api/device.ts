/** The more telling names first: most browsers call themselves several. */
const BROWSERS = [
  ['SamsungBrowser', 'Samsung Internet'],
  ['Edg', 'Edge'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['CriOS', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const SYSTEMS = ['Android', 'iPhone', 'iPad', 'Windows', 'Macintosh', 'Linux'] as const;

/** Such as "Chrome · Android": what the list of devices shows; it proves nothing. */
export function deviceLabel(agent: string = navigator.userAgent): string {
  const browser = BROWSERS.find(([mark]) => agent.includes(mark))?.[1];
  const system = SYSTEMS.find((mark) => agent.includes(mark))?.replace('Macintosh', 'Mac');
  return [browser, system].filter((part) => part !== undefined).join(' · ') || 'Web';
}
