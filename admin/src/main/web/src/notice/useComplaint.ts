import { useNotify, useTranslate } from 'react-admin';
import { isRefused } from '../api/problem';

/** Why something did not work: in words of this page where the API's own are not meant for people. */
export function useRefusal(): (error: unknown) => string {
  const t = useTranslate();
  return (error) => {
    const said = error instanceof Error ? error.message : t('ojeomneo.error.unknown');
    return isRefused(error) ? t(`ojeomneo.refused.${error.code}`, { _: said }) : said;
  };
}

/** With everything that is wrong: where no input says it. */
export function useWholeRefusal(): (error: unknown) => string {
  const refusalOf = useRefusal();
  return (error) => {
    const wrong = isRefused(error) ? Object.values(error.fields()) : [];
    return [...new Set([refusalOf(error), ...wrong])].join(' ');
  };
}

/** Says it in passing. What the API said is shown as it is, not looked up among the translations. */
export function useComplaint(): (error: unknown) => void {
  const notify = useNotify();
  const refusalOf = useRefusal();
  return (error) => {
    const said = refusalOf(error);
    notify(said, { type: 'error', messageArgs: { _: said } });
  };
}
