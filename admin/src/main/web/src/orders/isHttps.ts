/** Whether an address that somebody else wrote may become a link: no javascript:, no http. */
export function isHttps(address: string | null): address is string {
  return address !== null && URL.canParse(address) && new URL(address).protocol === 'https:';
}
