import DarkIcon from '@mui/icons-material/DarkModeOutlined';
import KeyboardIcon from '@mui/icons-material/KeyboardOutlined';
import LightIcon from '@mui/icons-material/LightModeOutlined';
import LogoutIcon from '@mui/icons-material/Logout';
import LanguageIcon from '@mui/icons-material/Translate';
import { useTheme as useMuiTheme } from '@mui/material';
import { useLocale, useSetLocale, useTheme, useTranslate } from 'react-admin';
import { chooseLanguage } from '../i18n/language';
import { bothWords } from '../i18n/provider';
import { useComplaint } from '../notice/useComplaint';
import { signOut } from '../session/signing';
import type { Entry } from './entry';

/** What can be done from anywhere. */
export function useActions(showShortcuts: () => void): Entry[] {
  const t = useTranslate();
  const complain = useComplaint();
  const dark = useMuiTheme().palette.mode === 'dark';
  const [, setTheme] = useTheme();
  const other = useLocale() === 'ko' ? 'en' : 'ko';
  const setLocale = useSetLocale();
  const group = t('ojeomneo.find.actions');
  const appearance = dark ? 'ojeomneo.layout.light' : 'ojeomneo.layout.dark';
  return [
    {
      key: 'theme',
      group,
      label: t(appearance),
      icon: dark ? LightIcon : DarkIcon,
      words: [...bothWords(appearance), 'theme', '테마'],
      run: () => setTheme(dark ? 'light' : 'dark'),
    },
    {
      key: 'language',
      group,
      label: other === 'en' ? 'English' : '한국어',
      icon: LanguageIcon,
      words: ['language', '언어', '영어', '한국어', 'Korean', 'English'],
      run: () => {
        chooseLanguage(other);
        setLocale(other);
      },
    },
    {
      key: 'shortcuts',
      group,
      label: t('ojeomneo.keys.title'),
      icon: KeyboardIcon,
      words: bothWords('ojeomneo.keys.title'),
      run: showShortcuts,
    },
    {
      key: 'sign-out',
      group,
      label: t('ojeomneo.signIn.signOut'),
      icon: LogoutIcon,
      words: [...bothWords('ojeomneo.signIn.signOut'), 'logout'],
      run: () => {
        signOut().catch(complain);
      },
    },
  ];
}
