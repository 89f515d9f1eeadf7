import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Switch,
  Table,
  TableBody,
  TableCell,
  TableRow,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Entry } from '../find/entry';
import { PLACES } from './places';
import { modKey } from './strokes';
import { useLettersOn } from './useShortcuts';

interface Props {
  open: boolean;
  onClose: () => void;
  screens: readonly Entry[];
}

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['mod K'], 'find'],
  [['?'], 'help'],
  [['/'], 'search'],
  [['n'], 'make'],
  [['j', '↓'], 'next'],
  [['k', '↑'], 'previous'],
  [['Enter'], 'open'],
  [['e'], 'edit'],
  [['mod S'], 'save'],
  [['Esc'], 'close'],
];

/** Which keys do what. */
export function ShortcutsDialog({ open, onClose, screens }: Props) {
  const t = useTranslate();
  const [letters, setLetters] = useLettersOn();
  const places = PLACES.flatMap(([letter, path]) => {
    const screen = screens.find(({ to }) => to === path);
    return screen === undefined ? [] : [{ letter, label: screen.label }];
  });
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="shortcuts-title" fullWidth maxWidth="sm">
      <DialogTitle id="shortcuts-title">{t('ojeomneo.keys.title')}</DialogTitle>
      <DialogContent>
        <Box sx={columns}>
          <Table size="small" aria-label={t('ojeomneo.keys.everywhere')}>
            <TableBody>
              {KEYS.map(([keys, does]) => (
                <Line key={does} keys={keys} does={t(`ojeomneo.keys.does.${does}`)} />
              ))}
            </TableBody>
          </Table>
          <Table size="small" aria-label={t('ojeomneo.keys.places')}>
            <TableBody>
              {places.map(({ letter, label }) => (
                <Line key={letter} keys={[`g ${letter}`]} does={label} />
              ))}
            </TableBody>
          </Table>
        </Box>
        <FormControlLabel
          control={
            <Switch checked={letters} onChange={(event) => setLetters(event.target.checked)} />
          }
          label={t('ojeomneo.keys.letters')}
          sx={{ mt: 2 }}
        />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" autoFocus onClick={onClose}>
          {t('ojeomneo.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Line({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ border: 0, whiteSpace: 'nowrap', width: 96 }}>
        {keys.map((key) => (
          <Box component="kbd" key={key} sx={kbd}>
            {key.replace('mod', modKey())}
          </Box>
        ))}
      </TableCell>
      <TableCell sx={{ border: 0 }}>{does}</TableCell>
    </TableRow>
  );
}

const columns = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
  alignItems: 'start',
  gap: 2,
};
const kbd = {
  display: 'inline-block',
  minWidth: 24,
  mr: 0.5,
  px: 0.75,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  textAlign: 'center',
  fontFamily: 'inherit',
  fontSize: '0.8125rem',
};
