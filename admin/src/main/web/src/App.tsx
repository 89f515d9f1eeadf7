import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { CssBaseline } from '@mui/material';
import { QueryClient } from '@tanstack/react-query';
import { AdminContext, localStorageStore } from 'react-admin';
import { dataProvider } from './api/data';
import { i18nProvider } from './i18n/provider';
import { authProvider } from './session/authProvider';
import { ByLink } from './session/ByLink';
import { Gate } from './session/Gate';
import { InLanguage } from './theme/InLanguage';
import { darkTheme, lightTheme } from './theme/theme';
import { Places } from './Places';

/** Styles that are made at run time carry the nonce that this page was answered with (IndexPage.java). */
const styles = createCache({
  key: 'css',
  prepend: true,
  nonce: document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce,
});

const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } },
});

export function App() {
  return (
    <CacheProvider value={styles}>
      <AdminContext
        authProvider={authProvider}
        dataProvider={dataProvider}
        i18nProvider={i18nProvider}
        lightTheme={lightTheme}
        darkTheme={darkTheme}
        queryClient={queries}
        store={localStorageStore('1', 'ojeomneo')}
      >
        <CssBaseline />
        <InLanguage>
          <ByLink>
            <Gate>
              <Places />
            </Gate>
          </ByLink>
        </InLanguage>
      </AdminContext>
    </CacheProvider>
  );
}
