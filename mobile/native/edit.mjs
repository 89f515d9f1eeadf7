/** Changes to what Capacitor's templates hold; each fails when a template no longer is what it was made for. */
import { readFileSync, writeFileSync } from 'node:fs';
import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { build, parse } from 'plist';

/** Replaces a text that has to be there as often as said. */
export function replace(file, from, to, times = 1) {
  const parts = readFileSync(file, 'utf8').split(from);
  if (parts.length !== times + 1) {
    throw new Error(`${file}: expected ${times} of “${from}”, found ${parts.length - 1}`);
  }
  writeFileSync(file, parts.join(to));
}

export function readXml(file) {
  return new DOMParser().parseFromString(readFileSync(file, 'utf8'), 'text/xml');
}

export function editXml(file, edit) {
  const document = readXml(file);
  edit(document);
  writeFileSync(file, new XMLSerializer().serializeToString(document) + '\n');
}

export function readPlist(file) {
  return parse(readFileSync(file, 'utf8'));
}

export function writePlist(file, content) {
  writeFileSync(file, build(content) + '\n');
}
