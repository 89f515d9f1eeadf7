/** What a build for the stores has to be told, by environment variables. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * @param {Record<string, string | undefined>} environment
 * @throws {Error} in a sentence that names what is missing or wrong
 */
export function settingsFrom(environment) {
  const push = oneOf(environment, 'OJEOMNEO_PUSH', ['true', 'false'], 'false') === 'true';
  return {
    server: serverFrom(environment.OJEOMNEO_PUBLIC_URL),
    version: JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version,
    build: matching(environment, 'OJEOMNEO_BUILD', /^[1-9][0-9]{0,8}$/, '1', 'a number such as 42'),
    appleStoreId: matching(environment, 'APPLE_STORE_ID', /^[0-9]*$/, '', 'a number'),
    push,
    googleServices: push ? fileFrom(environment, 'GOOGLE_SERVICES_JSON') : null,
  };
}

function serverFrom(address) {
  if (!address) {
    throw new Error(
      'OJEOMNEO_PUBLIC_URL is missing: the address of the Server that the app talks to,' +
        ' for example OJEOMNEO_PUBLIC_URL=https://ojeomneo.example npm run native',
    );
  }
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'https:' || url.pathname !== '/' || url.search !== '' || url.username) {
    throw new Error(
      `OJEOMNEO_PUBLIC_URL must be https:// and a host, which phones require: ${address}`,
    );
  }
  return url.origin;
}

function matching(environment, name, form, usual, described) {
  const value = environment[name] ?? usual;
  if (!form.test(value)) {
    throw new Error(`${name} must be ${described}: ${value}`);
  }
  return value;
}

function oneOf(environment, name, values, usual) {
  return matching(
    environment,
    name,
    new RegExp(`^(${values.join('|')})$`),
    usual,
    values.join(' or '),
  );
}

function fileFrom(environment, name) {
  const path = environment[name];
  if (!path || !existsSync(path)) {
    throw new Error(`${name} must name a file, since OJEOMNEO_PUSH is true: ${path ?? ''}`);
  }
  return path;
}
