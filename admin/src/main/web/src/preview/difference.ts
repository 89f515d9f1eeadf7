import type { AppConfig } from '../api/schema';

/** A thing that an app is told, now and after saving; undefined where it is not told. */
export interface Difference {
  kind: 'update' | 'version' | 'feature' | 'setting' | 'notice';
  name: string;
  now: string | undefined;
  then: string | undefined;
}

/** What would be told otherwise than now. */
export function differences(now: AppConfig, then: AppConfig): Difference[] {
  const before = told(now);
  const after = told(then);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const a = before.get(key);
    const b = after.get(key);
    const any = a ?? b;
    return any === undefined || a?.said === b?.said
      ? []
      : [{ kind: any.kind, name: any.name, now: a?.said, then: b?.said }];
  });
}

interface Told {
  kind: Difference['kind'];
  name: string;
  said: string;
}

function told(config: AppConfig): Map<string, Told> {
  const all = new Map<string, Told>();
  const put = (kind: Told['kind'], name: string, said: string, key = name) =>
    all.set(`${kind} ${key}`, { kind, name, said });
  put('update', 'updateRequired', String(config.updateRequired));
  put('version', 'minVersion', config.minVersion ?? '');
  put('version', 'latestVersion', config.latestVersion ?? '');
  if (config.storeUrl !== undefined) {
    put('version', 'storeUrl', config.storeUrl);
  }
  for (const [name, on] of Object.entries(config.features)) {
    put('feature', name, String(on));
  }
  for (const [name, value] of Object.entries(config.settings)) {
    put('setting', name, JSON.stringify(value));
  }
  for (const { id, title, body } of config.notices) {
    put('notice', title, `${title} — ${body}`, id);
  }
  return all;
}
