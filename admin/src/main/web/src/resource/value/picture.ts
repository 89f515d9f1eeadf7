const SHA256 = /[0-9a-f]{64}/;

/** Where this page finds a picture: only its own host is allowed, so an address of ours is asked for there. */
export function pictureOf(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const sha256 = SHA256.exec(value)?.[0];
  if (sha256 !== undefined) {
    return `/api/images/${sha256}/content`;
  }
  return value.startsWith('/') && !value.startsWith('//') ? value : undefined;
}
