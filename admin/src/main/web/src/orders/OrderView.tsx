import RefreshIcon from '@mui/icons-material/Refresh';
import { Box, IconButton, Tooltip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { mayThey } from '../api/session';
import { PageHeader } from '../layout/PageHeader';
import { BackToOrders } from './BackToOrders';
import { Deeds } from './Deeds';
import type { Dossier } from '../api/schema';
import { Changes } from './Changes';
import { ChangeButton } from './change/ChangeButton';
import { TillSteps } from './change/TillSteps';
import { Facts } from './Facts';
import { Lines } from './Lines';
import { LookUpButton } from './LookUpButton';
import { OtherOrders } from './OtherOrders';
import { Payments } from './Payments';
import { RefundButton } from './refund/RefundButton';
import { Refunds } from './Refunds';
import { Status } from './Status';
import { Steps } from './steps/Steps';
import { Timeline } from './Timeline';
import { UnderWay } from './UnderWay';
import { useOutcome } from './useOutcome';

interface Props {
  dossier: Dossier;
  /** With what the API answered to something that was done here. */
  onAnswer: (dossier: Dossier) => void;
  /** What is shown is known to be old. */
  onStale: () => void;
}

export function OrderView({ dossier, onAnswer, onStale }: Props) {
  const t = useTranslate();
  useOutcome(dossier);
  const { order } = dossier;
  const refunds = mayThey('REFUNDS');
  const orders = mayThey('ORDERS');
  const asked = { dossier, onAnswer, onStale };
  return (
    <>
      <Box sx={header}>
        <PageHeader
          above={<BackToOrders />}
          title={t('ojeomneo.order.title', { number: order.number })}
          aside={
            <>
              <Status status={order.status} large />
              <Tooltip title={t('ojeomneo.order.reload')}>
                <IconButton aria-label={t('ojeomneo.order.reload')} onClick={onStale}>
                  <RefreshIcon fontSize="small" />
                </IconButton>
              </Tooltip>
            </>
          }
          actions={
            orders && (
              <>
                <TillSteps {...asked} />
                <Steps dossier={dossier} onStale={onStale} />
              </>
            )
          }
        />
      </Box>
      <UnderWay dossier={dossier} />
      <Box sx={columns}>
        <Box sx={column}>
          <Lines
            dossier={dossier}
            aside={
              <>
                {orders && <ChangeButton {...asked} />}
                {refunds && <RefundButton {...asked} />}
              </>
            }
            act={orders ? (line) => <ChangeButton {...asked} line={line} /> : undefined}
          />
          <Payments
            dossier={dossier}
            aside={
              refunds &&
              order.channel === 'APP' && <LookUpButton dossier={dossier} onAnswer={onAnswer} />
            }
          />
          <Refunds dossier={dossier} onAnswer={orders ? onAnswer : undefined} />
          <Changes dossier={dossier} />
          <Box sx={{ order: { xs: 1, md: 0 } }}>
            <Deeds order={order.id} />
          </Box>
        </Box>
        <Box sx={column}>
          <Box sx={{ order: { xs: -1, md: 0 } }}>
            <Facts dossier={dossier} />
          </Box>
          <Timeline dossier={dossier} />
          {order.channel === 'APP' && <OtherOrders orders={dossier.otherOrders} />}
        </Box>
      </Box>
    </>
  );
}

const header = {
  '& h1': { fontSize: { xs: '1.75rem', sm: '2.125rem' }, letterSpacing: '-0.02em' },
};
/** One under another on a phone, what the order is about first. */
const column = { display: { xs: 'contents', md: 'grid' }, gap: 2, minWidth: 0 };
const columns = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1.7fr) minmax(0, 1fr)' },
};
