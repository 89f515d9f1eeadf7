import type { Signal } from '@preact/signals';
import type { Consent } from '../api/schema';
import { textSetting } from '../config';
import { t } from '../i18n';

export type Kind = Exclude<Consent['kind'], 'MARKETING'>;

export const KINDS: readonly Kind[] = ['TERMS', 'PRIVACY', 'AGE'];

/** Of what is agreed to where staff have named no version. */
const FIRST_VERSION = '2026-01';

const VERSIONS: Record<Kind, string> = {
  TERMS: 'termsVersion',
  PRIVACY: 'privacyVersion',
  AGE: 'ageVersion',
};

/** That all of these were agreed to, as the Server wants to know it. */
export function consentsTo(kinds: readonly Kind[]): Consent[] {
  return kinds.map((kind) => ({ kind, version: textSetting(VERSIONS[kind]) ?? FIRST_VERSION }));
}

interface Props {
  kinds: readonly Kind[];
  agreed: Signal<ReadonlySet<Kind>>;
}

/** What has to be agreed to, each by itself or all at once. */
export function Agreement({ kinds, agreed }: Props) {
  const all = kinds.every((kind) => agreed.value.has(kind));
  const agree = (which: readonly Kind[], yes: boolean) => {
    const next = new Set(agreed.value);
    which.forEach((kind) => (yes ? next.add(kind) : next.delete(kind)));
    agreed.value = next;
  };
  return (
    <fieldset class="card">
      <legend>{t().consents}</legend>
      <label class="check strong">
        <input
          type="checkbox"
          checked={all}
          onChange={(event) => agree(kinds, event.currentTarget.checked)}
        />
        <span>{t().agreeAll}</span>
      </label>
      {kinds.map((kind) => (
        <label key={kind} class="check">
          <input
            type="checkbox"
            checked={agreed.value.has(kind)}
            onChange={(event) => agree([kind], event.currentTarget.checked)}
          />
          <span>{t().consent[kind]}</span>
        </label>
      ))}
      <Texts />
    </fieldset>
  );
}

/** What is agreed to, where staff have said where it stands. */
function Texts() {
  const texts = [
    [t().consent.TERMS, textSetting('termsUrl')],
    [t().consent.PRIVACY, textSetting('privacyUrl')],
  ] as const;
  return (
    <ul>
      {texts.map(
        ([name, address]) =>
          address?.startsWith('https://') && (
            <li key={name}>
              <a class="button shy" href={address} target="_blank" rel="noopener noreferrer">
                {name} · {t().read}
              </a>
            </li>
          ),
      )}
    </ul>
  );
}
