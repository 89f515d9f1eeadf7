import { Box, GlobalStyles, Typography } from '@mui/material';
import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslate } from 'react-admin';
import type { BoardOrder } from '../api/schema';
import { useClock } from './OrderCard';

interface Props {
  order: BoardOrder;
  /** Of the paper, in mm. */
  width: number;
  onPrinted: () => void;
}

const MARGIN_MM = 3;
const MM_PER_PX = 25.4 / 96;

/**
 * The slip that goes with the bag, for a printer of 58 or 80 mm; on the screen it is not to be seen. Rolls have no
 * length, but a page must have one: it is as long as what stands on it.
 */
export function Ticket({ order, width, onPrinted }: Props) {
  const t = useTranslate();
  const time = useClock();
  const slip = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState<number | null>(null);
  useLayoutEffect(() => {
    const pixels = slip.current?.offsetHeight ?? 0;
    setHeight(Math.ceil(pixels * MM_PER_PX) + 2 * MARGIN_MM + 1);
  }, [order, width]);
  useLayoutEffect(() => {
    if (height === null) {
      return undefined;
    }
    window.addEventListener('afterprint', onPrinted, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', onPrinted);
  }, [height, order, onPrinted]);
  const portions = order.items.reduce((sum, { quantity }) => sum + quantity, 0);
  return createPortal(
    <Box ref={slip} id="ticket" aria-hidden sx={{ ...paper, width: `${width - 2 * MARGIN_MM}mm` }}>
      <GlobalStyles
        styles={{
          '@page': {
            size: height === null ? undefined : `${width}mm ${height}mm`,
            margin: `${MARGIN_MM}mm`,
          },
          '@media print': {
            'body > *:not(#ticket)': { display: 'none !important' },
            'html, body': { background: '#fff !important' },
            '#ticket': { visibility: 'visible !important', position: 'static !important' },
          },
        }}
      />
      <Typography sx={{ fontSize: '30pt', fontWeight: 800, lineHeight: 1.1 }}>
        {order.number}
      </Typography>
      {order.customerName !== null && (
        <Typography sx={{ fontSize: '16pt', fontWeight: 700 }}>{order.customerName}</Typography>
      )}
      <Typography sx={{ fontWeight: 700 }}>{order.storeName}</Typography>
      <Typography>
        {t('ojeomneo.board.ordered', { time: time(order.paidAt ?? order.createdAt) })}
        {order.pickupAt !== null &&
          ` · ${t('ojeomneo.board.pickup', { time: time(order.pickupAt) })}`}
      </Typography>
      <Box sx={rule} />
      {order.items.map((item) => (
        <Box key={item.line} sx={{ mb: 0.75 }}>
          <Typography sx={{ fontSize: '13pt', fontWeight: 700, display: 'flex', gap: 1 }}>
            <span>{item.name}</span>
            <Box component="span" sx={{ ml: 'auto', whiteSpace: 'nowrap' }}>
              × {item.quantity}
            </Box>
          </Typography>
          {item.options.map((option) => (
            <Typography key={option}>- {option}</Typography>
          ))}
        </Box>
      ))}
      <Typography sx={{ textAlign: 'right' }}>
        {t('ojeomneo.board.portions', { smart_count: portions })}
      </Typography>
      {order.note !== null && order.note !== '' && (
        <>
          <Box sx={rule} />
          <Typography sx={{ fontWeight: 700 }}>{order.note}</Typography>
        </>
      )}
    </Box>,
    document.body,
  );
}

/** Laid out although it is not seen, so that its height is known. */
const paper = {
  position: 'absolute',
  top: 0,
  left: 0,
  visibility: 'hidden',
  color: '#000',
  background: '#fff',
  overflowWrap: 'anywhere',
};
const rule = { borderTop: '1px dashed #000', my: 1 };
