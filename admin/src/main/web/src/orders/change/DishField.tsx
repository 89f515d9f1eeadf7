import { Autocomplete, TextField } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import type { OfferedDish } from '../../api/schema';
import { isOffered } from '../../counter/basket';
import { formatMoney } from '../../resource/value/number';

interface Props {
  label: string;
  dishes: readonly OfferedDish[];
  isForLater: boolean;
  value: OfferedDish | null;
  onChange: (dish: OfferedDish | null) => void;
}

/** A dish of the shop, found by typing. */
export function DishField({ label, dishes, isForLater, value, onChange }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  function nameOf(dish: OfferedDish): string {
    const state = dish.soldOut
      ? t('ojeomneo.counter.soldOut')
      : !isOffered(dish, isForLater)
        ? t('ojeomneo.counter.notNow')
        : '';
    return [dish.name, formatMoney(dish.price, locale), state].filter(Boolean).join(' · ');
  }
  return (
    <Autocomplete
      options={dishes}
      value={value}
      groupBy={({ category }) => category}
      getOptionLabel={nameOf}
      getOptionKey={({ menuId }) => menuId}
      isOptionEqualToValue={(one, other) => one.menuId === other.menuId}
      getOptionDisabled={(dish) => !isOffered(dish, isForLater)}
      onChange={(_, dish) => onChange(dish)}
      noOptionsText={t('ojeomneo.counter.noDish')}
      renderInput={(params) => <TextField {...params} label={label} required />}
    />
  );
}
