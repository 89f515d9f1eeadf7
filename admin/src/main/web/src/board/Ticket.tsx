import { Box, GlobalStyles, Typography } from '@mui/material';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslate } from 'react-admin';
import type { BoardOrder } from './board';
import { useClock } from './OrderCard';

interface Props {
  order: BoardOrder;
  /** Of the paper, in mm. */
  width: string;
  onPrinted: () => void;
}

/** The slip that goes with the bag, for a printer of 58 or 80 mm; on the screen it is not to be seen. */
export function Ticket({ order, width, onPrinted }: Props) {
  const t = useTranslate();
  const time = useClock();
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', onPrinted);
  }, [order, onPrinted]);
  return createPortal(
    <Box id="ticket" sx={{ display: 'none' }}>
      <GlobalStyles
        styles={{
          '@page': { size: `${width}mm auto`, margin: '3mm' },
          '@media print': {
            'body > *:not(#ticket)': { display: 'none !important' },
            '#ticket': { display: 'block !important', color: '#000', background: '#fff' },
          },
        }}
      />
      <Typography sx={{ fontSize: '28pt', fontWeight: 800, lineHeight: 1 }}>
        {order.number}
      </Typography>
      <Typography>{order.storeName}</Typography>
      <Typography>
        {t('ojeomneo.board.ordered', { time: time(order.paidAt ?? order.createdAt) })}
        {order.pickupAt !== null &&
          ` · ${t('ojeomneo.board.pickup', { time: time(order.pickupAt) })}`}
      </Typography>
      <hr />
      {order.items.map((item) => (
        <Box key={item.line} sx={{ mb: 0.5 }}>
          <Typography sx={{ fontWeight: 700 }}>
            {item.name} × {item.quantity}
          </Typography>
          {item.options.map((option) => (
            <Typography key={option}>- {option}</Typography>
          ))}
        </Box>
      ))}
      {order.note !== null && (
        <>
          <hr />
          <Typography>{order.note}</Typography>
        </>
      )}
    </Box>,
    document.body,
  );
}
