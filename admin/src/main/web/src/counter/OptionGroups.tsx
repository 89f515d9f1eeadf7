import {
  Checkbox,
  FormControl,
  FormControlLabel,
  FormGroup,
  FormLabel,
  Radio,
  Stack,
} from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import type { OfferedDish, OfferedGroup } from '../api/schema';
import { formatMoney } from '../resource/value/number';
import { chosenOf, withOption } from './basket';

interface Props {
  dish: OfferedDish;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/** The options of a dish; no more of a group can be ticked than its rule allows. */
export function OptionGroups({ dish, chosen, onChange }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Stack spacing={2}>
      {dish.groups.map((group) => {
        const Control = group.minChoices === 1 && group.maxChoices === 1 ? Radio : Checkbox;
        const isFull = chosenOf(group, chosen).length >= group.maxChoices && group.maxChoices > 1;
        return (
          <FormControl key={group.id} component="fieldset" variant="standard">
            <FormLabel component="legend">
              {group.name} ({t(`ojeomneo.counter.options.${ruleOf(group)}`, figuresOf(group))})
            </FormLabel>
            <FormGroup>
              {group.options.map((option) => {
                const isChosen = chosen.includes(option.id);
                return (
                  <FormControlLabel
                    key={option.id}
                    sx={{ minHeight: 44 }}
                    disabled={!isChosen && (option.soldOut || isFull)}
                    control={
                      <Control
                        name={group.id}
                        checked={isChosen}
                        onChange={() => onChange(withOption(group, chosen, option.id))}
                      />
                    }
                    label={[
                      option.name,
                      option.price === 0 ? '' : `+${formatMoney(option.price, locale)}`,
                      option.soldOut ? t('ojeomneo.counter.soldOut') : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  />
                );
              })}
            </FormGroup>
          </FormControl>
        );
      })}
    </Stack>
  );
}

function ruleOf({ minChoices, maxChoices }: OfferedGroup): string {
  return minChoices === maxChoices ? 'exactly' : minChoices === 0 ? 'atMost' : 'between';
}

function figuresOf({ minChoices: min, maxChoices: max }: OfferedGroup) {
  return { count: max, min, max };
}
