import { useTranslate } from 'react-admin';
import type { Column } from '../../api/schema';

/** What inputs hold while what was typed cannot be understood: kept, so that the form is not saved without it. */
export class Unreadable {
  constructor(
    readonly typed: string,
    /** Key of the message. */
    readonly problem: 'wrongNumber' | 'wrongJson' | 'wrongDate',
  ) {}
}

/** The declared rules, said before the API has to. */
export function useCheck(column: Column): (value: unknown) => string | true {
  const t = useTranslate();
  return (value) => {
    if (value instanceof Unreadable) {
      return t(`ojeomneo.form.${value.problem}`);
    }
    if (value === null || value === undefined || value === '') {
      return !column.required || column.type === 'BOOLEAN' || t('ra.validation.required');
    }
    const { min, max } = column;
    if (typeof value === 'number') {
      if (typeof min === 'number' && value < min) {
        return t('ra.validation.minValue', { min });
      }
      return typeof max !== 'number' || value <= max || t('ra.validation.maxValue', { max });
    }
    if (typeof value === 'string' && (column.type === 'TEXT' || column.type === 'LONG_TEXT')) {
      const length = Array.from(value).length;
      if (typeof min === 'number' && length < min) {
        return t('ra.validation.minLength', { min });
      }
      return typeof max !== 'number' || length <= max || t('ra.validation.maxLength', { max });
    }
    return true;
  };
}
