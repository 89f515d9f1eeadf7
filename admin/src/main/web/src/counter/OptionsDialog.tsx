import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type SyntheticEvent, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import type { OfferedDish } from '../api/schema';
import { formatMoney } from '../resource/value/number';
import { isChosenRight, priceOf } from './basket';
import { OptionGroups } from './OptionGroups';

interface Props {
  dish: OfferedDish;
  onAdd: (chosen: readonly string[]) => void;
  onClose: () => void;
}

export function OptionsDialog({ dish, onAdd, onClose }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    onAdd(chosen);
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="options-title">
      <form onSubmit={submit}>
        <DialogTitle id="options-title">{dish.name}</DialogTitle>
        <DialogContent>
          <OptionGroups dish={dish} chosen={chosen} onChange={setChosen} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={!isChosenRight(dish, chosen)}>
            {t('ojeomneo.counter.options.add', {
              amount: formatMoney(priceOf(dish, chosen), locale),
            })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
