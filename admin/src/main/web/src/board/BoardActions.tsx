import CounterIcon from '@mui/icons-material/PointOfSaleOutlined';
import KitchenIcon from '@mui/icons-material/SoupKitchenOutlined';
import SoundIcon from '@mui/icons-material/VolumeUpOutlined';
import SilentIcon from '@mui/icons-material/VolumeOffOutlined';
import { Button, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { mayThey } from '../api/session';
import { Link } from 'react-router-dom';
import type { BoardShop } from '../api/schema';
import { useSound } from './useSound';

const ALL = 'all';

interface Props {
  shops: BoardShop[];
  /** Null for all. */
  shop: string | null;
  onShop: (shop: string) => void;
  paper: string;
  onPaper: (paper: string) => void;
  onKitchen: () => void;
}

/** What is set once a day, above the board. */
export function BoardActions({ shops, shop, onShop, paper, onPaper, onKitchen }: Props) {
  const t = useTranslate();
  const sound = useSound();
  return (
    <>
      {mayThey('ORDERS') && (
        <Button variant="outlined" component={Link} to="/counter" startIcon={<CounterIcon />}>
          {t('ojeomneo.counter.title')}
        </Button>
      )}
      {shops.length > 1 && (
        <TextField
          select
          label={t('ojeomneo.board.shop')}
          value={shop ?? ALL}
          onChange={(event) => onShop(event.target.value)}
          sx={{ minWidth: 140 }}
        >
          <MenuItem value={ALL}>{t('ojeomneo.board.allShops')}</MenuItem>
          {shops.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        select
        label={t('ojeomneo.board.paper')}
        value={paper}
        onChange={(event) => onPaper(event.target.value)}
        sx={{ minWidth: 96 }}
      >
        <MenuItem value="58">58 mm</MenuItem>
        <MenuItem value="80">80 mm</MenuItem>
      </TextField>
      <Button
        variant={sound.wanted && !sound.on ? 'contained' : 'outlined'}
        color={sound.wanted && !sound.on ? 'warning' : 'primary'}
        startIcon={sound.on ? <SoundIcon /> : <SilentIcon />}
        aria-pressed={sound.on}
        onClick={sound.toggle}
      >
        {t(sound.on ? 'ojeomneo.board.soundOn' : 'ojeomneo.board.soundOff')}
      </Button>
      {mayThey('ORDERS') && (
        <Button variant="outlined" startIcon={<KitchenIcon />} onClick={onKitchen}>
          {t('ojeomneo.board.kitchen')}
        </Button>
      )}
    </>
  );
}
