import { Box, Button, Chip, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import type { OfferedDish } from '../api/schema';
import { formatMoney } from '../resource/value/number';
import { isOffered } from './basket';

interface Props {
  dishes: readonly OfferedDish[];
  isForLater: boolean;
  onChoose: (dish: OfferedDish) => void;
}

/** The menu, to be touched: by category, or by what was typed. */
export function Dishes({ dishes, isForLater, onChoose }: Props) {
  const t = useTranslate();
  const [wanted, setWanted] = useState('');
  const [category, setCategory] = useState('');
  const plain = plainOf(wanted);
  const categories = [...new Set(dishes.map((dish) => dish.category))];
  const found = dishes.filter(
    (dish) => plainOf(dish.name).includes(plain) && (category === '' || dish.category === category),
  );
  return (
    <Stack sx={{ gap: 2 }}>
      <TextField
        type="search"
        label={t('ojeomneo.counter.find')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        fullWidth
      />
      {categories.length > 1 && (
        <Box role="group" aria-label={t('ojeomneo.counter.categories')} sx={chips}>
          {['', ...categories].map((each) => (
            <Chip
              key={each}
              clickable
              component="button"
              type="button"
              label={each === '' ? t('ojeomneo.counter.allCategories') : each}
              aria-pressed={category === each}
              variant={category === each ? 'filled' : 'outlined'}
              color={category === each ? 'primary' : 'default'}
              sx={{ height: 40 }}
              onClick={() => setCategory(each)}
            />
          ))}
        </Box>
      )}
      {found.length === 0 && <Typography>{t('ojeomneo.counter.noDish')}</Typography>}
      {categories.map((each) => {
        const within = found.filter((dish) => dish.category === each);
        return (
          within.length > 0 && (
            <section key={each} aria-label={each}>
              <Typography variant="h2" sx={{ mb: 1 }}>
                {each}
              </Typography>
              <Box sx={grid}>
                {within.map((dish) => (
                  <DishButton
                    key={dish.menuId}
                    dish={dish}
                    isForLater={isForLater}
                    onChoose={onChoose}
                  />
                ))}
              </Box>
            </section>
          )
        );
      })}
    </Stack>
  );
}

function DishButton({ dish, isForLater, onChoose }: Omit<Props, 'dishes'> & { dish: OfferedDish }) {
  const t = useTranslate();
  const locale = useLocale();
  const state = dish.soldOut
    ? t('ojeomneo.counter.soldOut')
    : !isOffered(dish, isForLater)
      ? t('ojeomneo.counter.notNow')
      : dish.remaining !== null
        ? t('ojeomneo.counter.left', { count: dish.remaining })
        : '';
  return (
    <Button
      variant="outlined"
      color="secondary"
      disabled={!isOffered(dish, isForLater)}
      onClick={() => onChoose(dish)}
      sx={large}
    >
      <Box component="span" sx={{ fontWeight: 650, fontSize: '1.0625rem', lineHeight: 1.25 }}>
        {dish.name}
      </Box>
      <Box component="span" sx={{ mt: 'auto', pt: 0.5, fontSize: 14, fontWeight: 400 }}>
        {formatMoney(dish.price, locale)}
        {state !== '' && ` · ${state}`}
      </Box>
    </Button>
  );
}

function plainOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(' ', '');
}

const chips = { display: 'flex', flexWrap: 'wrap', gap: 1 };
const grid = {
  display: 'grid',
  gap: 1,
  gridTemplateColumns: 'repeat(auto-fill, minmax(148px, 1fr))',
};
const large = {
  minHeight: 88,
  p: 1.25,
  flexDirection: 'column',
  alignItems: 'flex-start',
  textAlign: 'left',
  wordBreak: 'keep-all',
};
