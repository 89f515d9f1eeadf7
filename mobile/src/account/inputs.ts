import { t } from '../i18n';

/** What the forms of an account ask for, with the names that the API and password managers know. */
export function emailInput() {
  return { name: 'email', label: t().email, type: 'email', autoComplete: 'username' } as const;
}

export function passwordInput() {
  return {
    name: 'password',
    label: t().password,
    type: 'password',
    autoComplete: 'current-password',
  } as const;
}

export function newPasswordInput() {
  return {
    name: 'password',
    label: t().newPassword,
    type: 'password',
    autoComplete: 'new-password',
    hint: t().passwordHint,
  } as const;
}

export function nameInput() {
  return {
    name: 'displayName',
    label: t().displayName,
    autoComplete: 'nickname',
    hint: t().displayNameHint,
  } as const;
}

/** From a mail: phones offer to type it. */
export function codeInput() {
  return {
    name: 'code',
    label: t().code,
    autoComplete: 'one-time-code',
    hint: t().codeHint,
    inputMode: 'numeric',
  } as const;
}
