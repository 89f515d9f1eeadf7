import { Button } from '@mui/material';
import { useSetLocale, useLocale } from 'react-admin';
import { chooseLanguage } from '../i18n/language';

/** Names the other language in that language. */
export function LanguageButton() {
  const korean = useLocale() === 'ko';
  const setLocale = useSetLocale();
  function change() {
    const other = korean ? 'en' : 'ko';
    chooseLanguage(other);
    setLocale(other);
  }
  return (
    <Button color="inherit" size="small" lang={korean ? 'en' : 'ko'} onClick={change}>
      {korean ? 'English' : '한국어'}
    </Button>
  );
}
