import MenuIcon from '@mui/icons-material/Menu';
import { Box, Drawer, IconButton, Stack, useMediaQuery, useTheme } from '@mui/material';
import { type ReactNode, Suspense, useState } from 'react';
import { Notification, useTranslate } from 'react-admin';
import { ErrorBoundary } from 'react-error-boundary';
import { useLocation } from 'react-router-dom';
import { Finder } from '../find/Finder';
import { NewVersionNotice } from '../version/NewVersionNotice';
import { AccountMenu } from './AccountMenu';
import { Brand } from './Brand';
import { LanguageButton } from './LanguageButton';
import { MainMenu } from './MainMenu';
import { PageError } from './PageError';
import { ThemeButton } from './ThemeButton';
import { Waiting } from './Waiting';

const MENU_WIDTH = 232;

/** A menu at the side of a desktop, behind a button on tablets and phones, and the page. */
export function Layout({ children }: { children: ReactNode }) {
  const t = useTranslate();
  const wide = useMediaQuery(useTheme().breakpoints.up('lg'));
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  const menu = (
    <Stack
      component="nav"
      aria-label={t('ojeomneo.layout.menu')}
      sx={{ height: '100%', width: MENU_WIDTH }}
    >
      <Box sx={{ px: 2, py: 1.75 }}>
        <Brand />
      </Box>
      <Box sx={menuArea}>
        <MainMenu onChoice={() => setOpen(false)} />
      </Box>
    </Stack>
  );
  return (
    <Box sx={{ display: 'flex', minHeight: '100dvh' }}>
      <SkipLink />
      {wide ? (
        <Drawer variant="permanent" sx={permanent}>
          {menu}
        </Drawer>
      ) : (
        <Drawer open={open} onClose={() => setOpen(false)}>
          {menu}
        </Drawer>
      )}
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <Stack component="header" direction="row" sx={bar}>
          {!wide && (
            <>
              <IconButton
                color="inherit"
                aria-label={t('ra.action.open_menu')}
                onClick={() => setOpen(true)}
              >
                <MenuIcon />
              </IconButton>
              <Brand />
            </>
          )}
          <Box sx={{ flex: 1 }} />
          <Finder />
          <LanguageButton />
          <ThemeButton />
          <AccountMenu />
        </Stack>
        <NewVersionNotice />
        <Box component="main" id="main" tabIndex={-1} sx={mainArea}>
          <ErrorBoundary FallbackComponent={PageError} resetKeys={[pathname]}>
            <Suspense fallback={<Waiting />}>{children}</Suspense>
          </ErrorBoundary>
        </Box>
      </Box>
      <Notification />
    </Box>
  );
}

/** For those who go by keyboard: past the menu, to the page. A hash would be taken for an address. */
function SkipLink() {
  const t = useTranslate();
  return (
    <Box
      component="button"
      onClick={() => document.getElementById('main')?.focus()}
      sx={{
        position: 'fixed',
        top: 8,
        left: 8,
        zIndex: 'tooltip',
        p: 1,
        transform: 'translateY(-60px)',
        '&:focus': { transform: 'none' },
      }}
    >
      {t('ra.navigation.skip_nav')}
    </Box>
  );
}

const permanent = {
  width: MENU_WIDTH,
  flexShrink: 0,
  '@media print': { display: 'none' },
  '& .MuiDrawer-paper': { backgroundColor: 'background.default', borderColor: 'divider' },
};
const menuArea = { flex: 1, overflowY: 'auto', pb: 3 };
const bar = {
  alignItems: 'center',
  gap: 0.5,
  px: { xs: 1, sm: 2 },
  height: 52,
  '@media print': { display: 'none' },
};
const mainArea = { flex: 1, minWidth: 0, px: { xs: 2, sm: 3 }, pb: 6, outline: 'none' };
