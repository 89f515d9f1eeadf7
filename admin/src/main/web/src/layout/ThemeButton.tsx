import DarkIcon from '@mui/icons-material/DarkModeOutlined';
import LightIcon from '@mui/icons-material/LightModeOutlined';
import { IconButton, Tooltip, useTheme as useMuiTheme } from '@mui/material';
import { useTheme, useTranslate } from 'react-admin';

export function ThemeButton() {
  const t = useTranslate();
  const dark = useMuiTheme().palette.mode === 'dark';
  const [, setTheme] = useTheme();
  const label = t(dark ? 'ojeomneo.layout.light' : 'ojeomneo.layout.dark');
  return (
    <Tooltip title={label}>
      <IconButton
        color="inherit"
        aria-label={label}
        onClick={() => setTheme(dark ? 'light' : 'dark')}
      >
        {dark ? <LightIcon fontSize="small" /> : <DarkIcon fontSize="small" />}
      </IconButton>
    </Tooltip>
  );
}
