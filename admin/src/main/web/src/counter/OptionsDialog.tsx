import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import type { OfferedDish } from '../api/schema';
import { FormDialog } from '../notice/FormDialog';
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
  return (
    <FormDialog
      title={dish.name}
      submitLabel={t('ojeomneo.counter.options.add', {
        amount: formatMoney(priceOf(dish, chosen), locale),
      })}
      disabled={!isChosenRight(dish, chosen)}
      onSubmit={() => onAdd(chosen)}
      onClose={onClose}
    >
      <OptionGroups dish={dish} chosen={chosen} onChange={setChosen} />
    </FormDialog>
  );
}
