import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Box, IconButton, Stack, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import type { OfferedDish } from '../api/schema';
import { Quiet } from '../orders/Section';
import { formatMoney } from '../resource/value/number';
import { Amount } from './Amount';
import { type Basket, type Entry, priceOf, troubleOf, withQuantity } from './basket';

interface Props {
  dishes: readonly OfferedDish[];
  basket: Basket;
  isForLater: boolean;
  onChange: (basket: Basket) => void;
}

export function BasketList({ dishes, basket, isForLater, onChange }: Props) {
  const t = useTranslate();
  if (basket.length === 0) {
    return <Typography color="textSecondary">{t('ojeomneo.counter.empty')}</Typography>;
  }
  return (
    <Stack component="ul" spacing={1.5} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {basket.map((entry) => (
        <Line
          key={`${entry.menuId} ${entry.optionIds.join()}`}
          entry={entry}
          dishes={dishes}
          basket={basket}
          isForLater={isForLater}
          onChange={onChange}
        />
      ))}
    </Stack>
  );
}

function Line({ entry, dishes, basket, isForLater, onChange }: Props & { entry: Entry }) {
  const t = useTranslate();
  const locale = useLocale();
  const { name } = entry;
  const dish = dishes.find(({ menuId }) => menuId === entry.menuId);
  const trouble = troubleOf(dishes, basket, entry, isForLater);
  const options = dish?.groups
    .flatMap((group) => group.options)
    .filter(({ id }) => entry.optionIds.includes(id))
    .map((option) => option.name)
    .join(', ');
  return (
    <Stack component="li" direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 0.5 }}>
      <Box sx={{ flex: 1, minWidth: 130 }}>
        <Box sx={{ fontWeight: 650 }}>{name}</Box>
        {options !== undefined && options !== '' && <Quiet>{options}</Quiet>}
        {dish !== undefined && (
          <Quiet>{formatMoney(priceOf(dish, entry.optionIds) * entry.quantity, locale)}</Quiet>
        )}
        {trouble !== null && (
          <Box role="alert" sx={{ color: 'error.main', fontSize: 14 }}>
            {trouble.kind === 'gone'
              ? t('ojeomneo.counter.gone')
              : t('ojeomneo.counter.tooMany', { count: trouble.left })}
          </Box>
        )}
      </Box>
      <Stack direction="row" sx={{ ml: 'auto', alignItems: 'center' }}>
        <Amount
          name={name}
          value={entry.quantity}
          least={1}
          most={100}
          onChange={(quantity) => onChange(withQuantity(basket, entry, quantity))}
        />
        <IconButton
          aria-label={t('ojeomneo.counter.takeOut', { name })}
          onClick={() => onChange(withQuantity(basket, entry, 0))}
        >
          <DeleteIcon />
        </IconButton>
      </Stack>
    </Stack>
  );
}
