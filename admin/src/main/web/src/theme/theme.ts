import { type ThemeOptions, alpha, createTheme } from '@mui/material';
import { type RaThemeOptions, defaultTheme } from 'react-admin';

/** What a Korean system has; nothing is fetched. */
const FONTS = [
  '-apple-system',
  'BlinkMacSystemFont',
  '"Apple SD Gothic Neo"',
  '"Pretendard"',
  '"Segoe UI"',
  '"Malgun Gothic"',
  '"Noto Sans KR"',
  '"Noto Sans CJK KR"',
  'sans-serif',
].join(',');

const light: ThemeOptions['palette'] = {
  mode: 'light',
  primary: { main: '#c2410c', contrastText: '#fff' },
  secondary: { main: '#57534e', contrastText: '#fff' },
  success: { main: '#15803d' },
  warning: { main: '#a16207' },
  error: { main: '#b91c1c' },
  info: { main: '#1d4ed8' },
  background: { default: '#faf9f7', paper: '#ffffff' },
  text: { primary: '#1c1917', secondary: '#6b645d' },
  divider: '#e7e3de',
};

const dark: ThemeOptions['palette'] = {
  mode: 'dark',
  primary: { main: '#ff9a5c', contrastText: '#231207' },
  secondary: { main: '#a8a29e', contrastText: '#1c1917' },
  success: { main: '#4ade80' },
  warning: { main: '#facc15' },
  error: { main: '#f87171' },
  info: { main: '#93c5fd' },
  background: { default: '#141211', paper: '#1c1a18' },
  text: { primary: '#f5f2ef', secondary: '#a8a099' },
  divider: '#332f2c',
};

function themeOf(palette: ThemeOptions['palette']): RaThemeOptions {
  const base = createTheme({ palette });
  const line = base.palette.divider;
  const isDark = base.palette.mode === 'dark';
  return {
    ...defaultTheme,
    palette,
    sidebar: { width: 232 },
    shape: { borderRadius: 8 },
    typography: {
      fontFamily: FONTS,
      fontSize: 14,
      h1: { fontSize: '1.375rem', fontWeight: 700, letterSpacing: '-0.015em', lineHeight: 1.3 },
      h2: { fontSize: '1.0625rem', fontWeight: 650, letterSpacing: '-0.01em' },
      h3: { fontSize: '0.9375rem', fontWeight: 650 },
      h5: { fontSize: '1.25rem', fontWeight: 700, letterSpacing: '-0.01em' },
      h6: { fontSize: '1rem', fontWeight: 650 },
      button: { textTransform: 'none', fontWeight: 600 },
    },
    components: {
      ...defaultTheme.components,
      MuiCssBaseline: {
        styleOverrides: {
          body: {
            wordBreak: 'keep-all',
            overflowWrap: 'anywhere',
            fontVariantNumeric: 'tabular-nums',
          },
          // Whoever goes by keyboard sees where they are.
          ':focus-visible, .Mui-focusVisible': {
            outline: `2px solid ${base.palette.primary.main}`,
            outlineOffset: 2,
          },
          'input:focus-visible, textarea:focus-visible, #main:focus-visible': { outline: 'none' },
          // Native pickers follow the page.
          ':root': { colorScheme: isDark ? 'dark' : 'light' },
        },
      },
      MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiCard: { defaultProps: { variant: 'outlined' } },
      MuiButton: {
        defaultProps: { disableElevation: true },
        styleOverrides: { root: { borderRadius: 8, whiteSpace: 'nowrap' } },
      },
      MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'none' } },
      MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small', margin: 'none' } },
      MuiOutlinedInput: {
        styleOverrides: { root: { backgroundColor: base.palette.background.paper } },
      },
      MuiChip: { styleOverrides: { root: { fontWeight: 600, borderRadius: 6 } } },
      MuiTooltip: { defaultProps: { enterDelay: 400 } },
      MuiTableCell: {
        styleOverrides: {
          root: { borderColor: line, padding: '9px 12px' },
          head: {
            fontSize: '0.8125rem',
            fontWeight: 600,
            color: base.palette.text.secondary,
            whiteSpace: 'nowrap',
            backgroundColor: base.palette.background.paper,
          },
        },
      },
      MuiTableRow: {
        styleOverrides: {
          root: {
            '&.MuiTableRow-hover:hover': {
              backgroundColor: alpha(base.palette.primary.main, 0.05),
            },
            '&:focus-within': { backgroundColor: alpha(base.palette.primary.main, 0.08) },
            'tbody > &:last-child > *': { borderBottom: 0 },
          },
        },
      },
      MuiTab: { styleOverrides: { root: { minHeight: 44, fontSize: '0.875rem' } } },
      MuiTabs: { styleOverrides: { root: { minHeight: 44 } } },
      MuiDialog: {
        styleOverrides: {
          paper: {
            borderRadius: 12,
            // What is long scrolls between the title and the buttons, also inside a form.
            '& > form': { display: 'flex', flexDirection: 'column', minHeight: 0 },
          },
        },
      },
      MuiAlert: { styleOverrides: { root: { alignItems: 'center' } } },
      MuiLink: { defaultProps: { underline: 'hover' } },
    },
  };
}

export const lightTheme = themeOf(light);
export const darkTheme = themeOf(dark);
