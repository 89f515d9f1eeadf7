const NAME = 'ojeomneo.installation';

/**
 * This installation, drawn by lot and bound to nobody: a feature that is on for a tenth of them stays on for the same
 * ones, whoever logs in. Sent with `/config` alone, without a log-in.
 */
export function installation(): string {
  const known = localStorage.getItem(NAME);
  if (known) {
    return known;
  }
  const drawn = crypto.randomUUID();
  localStorage.setItem(NAME, drawn);
  return drawn;
}
