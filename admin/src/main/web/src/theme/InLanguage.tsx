import { createTheme, ThemeProvider } from '@mui/material';
import { koKR } from '@mui/material/locale';
import type { ReactNode } from 'react';
import { useLocale } from 'react-admin';

/** The names that MUI itself gives to buttons, as "open" and "clear" of a field with choices; English is its own. */
export function InLanguage({ children }: { children: ReactNode }) {
  const korean = useLocale() === 'ko';
  return (
    <ThemeProvider theme={(theme) => (korean ? createTheme(theme, koKR) : theme)}>
      {children}
    </ThemeProvider>
  );
}
