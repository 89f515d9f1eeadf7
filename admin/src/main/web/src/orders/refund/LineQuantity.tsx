import AddIcon from '@mui/icons-material/Add';
import RemoveIcon from '@mui/icons-material/Remove';
import { Box, IconButton, Stack, TextField } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { formatMoney } from '../../resource/value/number';
import type { DossierLine as Line } from '../../api/schema';
import { leftOf, priceOf, within } from '../refundable';
import { Quiet } from '../Section';

interface Props {
  line: Line;
  chosen: number;
  onChange: (quantity: number) => void;
}

/** How many of one line, from none to what is left of it. */
export function LineQuantity({ line, chosen: wanted, onChange }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const left = leftOf(line);
  // Somebody else may have given some of it back meanwhile.
  const chosen = within(line, wanted);
  const options = line.options.map(({ name }) => name).join(', ');
  const { name } = line;
  return (
    <Stack component="li" direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Box sx={{ flex: 1, minWidth: 150 }}>
        <Box sx={{ fontWeight: 600 }}>{name}</Box>
        {options !== '' && <Quiet>{options}</Quiet>}
        <Quiet>
          {left === 0
            ? t('ojeomneo.order.refund.noneLeft')
            : t('ojeomneo.order.refund.leftOf', {
                count: left,
                price: formatMoney(priceOf(line), locale),
              })}
        </Quiet>
      </Box>
      {left > 0 && (
        <Stack direction="row" sx={{ alignItems: 'center', gap: 0.5, ml: 'auto' }}>
          <IconButton
            aria-label={t('ojeomneo.order.refund.fewer', { name })}
            disabled={chosen === 0}
            onClick={() => onChange(chosen - 1)}
          >
            <RemoveIcon />
          </IconButton>
          <TextField
            type="number"
            value={chosen}
            onChange={(event) => onChange(within(line, Number(event.target.value)))}
            onFocus={(event) => event.target.select()}
            sx={quantity}
            slotProps={{
              htmlInput: {
                min: 0,
                max: left,
                step: 1,
                'aria-label': t('ojeomneo.order.refund.quantity', { name }),
              },
            }}
          />
          <IconButton
            aria-label={t('ojeomneo.order.refund.more', { name })}
            disabled={chosen >= left}
            onClick={() => onChange(chosen + 1)}
          >
            <AddIcon />
          </IconButton>
        </Stack>
      )}
    </Stack>
  );
}

const quantity = {
  width: 64,
  '& input': { textAlign: 'center', appearance: 'textfield' },
  '& input::-webkit-inner-spin-button': { display: 'none' },
};
