/** Of versions such as "1.10.0": numbers between dots. */
export function isOlder(version: string, other: string): boolean {
  const mine = version.split('.').map(Number);
  const theirs = other.split('.').map(Number);
  const at = theirs.findIndex((part, index) => part !== (mine[index] ?? 0));
  return at >= 0 && (mine[at] ?? 0) < (theirs[at] ?? 0);
}
