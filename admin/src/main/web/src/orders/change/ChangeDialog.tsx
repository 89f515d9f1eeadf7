import { Alert, Checkbox, FormControlLabel, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { answer, api } from '../../api/http';
import { mayThey } from '../../api/session';
import type { ChangeOrder, Dossier, DossierLine as Line, OfferedDish } from '../../api/schema';
import { Amount } from '../../counter/Amount';
import { isChosenRight } from '../../counter/basket';
import { OptionGroups } from '../../counter/OptionGroups';
import { useCounterMenu } from '../../counter/useCounterMenu';
import { FormDialog } from '../../notice/FormDialog';
import { ReasonField } from '../ReasonField';
import { leftOf } from '../refundable';
import { useAttempt } from '../useAttempt';
import {
  type Settled,
  costOf,
  creditOf,
  isUnpaidByStaff,
  maySettle,
  settlingOf,
} from './difference';
import { DishField } from './DishField';
import { Settle } from './Settle';

interface Props {
  dossier: Dossier;
  /** What is replaced, as it was when somebody asked for it; absent when something is added. */
  line?: Line;
  onAnswer: (dossier: Dossier) => void;
  onStale: () => void;
  onClose: () => void;
}

const COMMON = ['soldOut', 'customer', 'mistake'];

/** Something else instead of a line, or something more; what that costs is seen before it is done. */
export function ChangeDialog({ dossier, line, onAnswer, onStale, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const { order } = dossier;
  const menu = useCounterMenu(order.storeId);
  const [removing, setRemoving] = useState(1);
  const [toStock, setToStock] = useState(false);
  const [only, setOnly] = useState(false);
  const [dish, setDish] = useState<OfferedDish | null>(null);
  const [optionIds, setOptionIds] = useState<readonly string[]>([]);
  const [adding, setAdding] = useState<number>();
  const [settled, setSettled] = useState<Settled>('');
  const [reason, setReason] = useState('');
  const { ask, busy, refusal } = useAttempt<Dossier>({
    about: `change.${order.id}`,
    words: ['ojeomneo.counter.change', 'ojeomneo.counter'],
    onAnswer: (changed) => {
      onAnswer(changed);
      notify('ojeomneo.counter.change.saved', { type: 'success' });
      onClose();
    },
    onStale,
  });
  const word = (key: string, figures = {}) => t(`ojeomneo.counter.change.${key}`, figures);

  const removed = line === undefined ? undefined : { line, quantity: removing };
  const quantity = adding ?? (line === undefined ? 1 : removing);
  const added = only || dish === null ? undefined : { dish, optionIds, quantity };
  const credit = creditOf(removed);
  const cost = costOf(added);
  const settling = settlingOf(dossier, cost - credit);
  const mayRefund = mayThey('REFUNDS');
  const ready =
    (only || (added !== undefined && isChosenRight(added.dish, optionIds))) &&
    maySettle(settling, settled, mayRefund) &&
    reason.trim() !== '';

  function submit() {
    const body: ChangeOrder = {
      ...(removed === undefined
        ? {}
        : { remove: { line: removed.line.line, quantity: removing, toStock } }),
      ...(added === undefined
        ? {}
        : { add: { menuId: added.dish.menuId, quantity, optionIds: [...optionIds] } }),
      difference: cost - credit,
      ...(settling === 'dearer' && (settled === 'CASH' || settled === 'CARD')
        ? { paid: settled }
        : {}),
      waived: settling === 'dearer' && settled === 'WAIVED',
      reason: reason.trim(),
    };
    void ask((header) =>
      answer(
        api.POST('/api/orders/{id}/changes', { params: { path: { id: order.id }, header }, body }),
      ),
    );
  }

  return (
    <FormDialog
      title={line === undefined ? word('addTitle') : word('swapTitle', { name: line.name })}
      submitLabel={word(line === undefined ? 'saveAdd' : 'save')}
      wide
      busy={busy}
      held={busy}
      disabled={!ready}
      refusal={refusal?.text}
      severity={refusal?.unanswered === true ? 'warning' : 'error'}
      onSubmit={submit}
      onClose={onClose}
    >
      {menu.error !== null && <Alert severity="error">{menu.error.message}</Alert>}
      {line !== undefined && (
        <Stack direction="row" sx={row}>
          <Typography sx={{ flex: 1 }}>{word('how')}</Typography>
          <Amount
            name={line.name}
            value={removing}
            least={1}
            most={Math.max(removing, leftOf(line))}
            onChange={setRemoving}
          />
        </Stack>
      )}
      {line !== undefined && isUnpaidByStaff(dossier) && (
        <FormControlLabel
          control={<Checkbox checked={only} onChange={(_, checked) => setOnly(checked)} />}
          label={word('less')}
        />
      )}
      {line !== undefined && !isUnpaidByStaff(dossier) && (
        <FormControlLabel
          control={<Checkbox checked={toStock} onChange={(_, checked) => setToStock(checked)} />}
          label={word('toStock', { count: removing })}
        />
      )}
      {!only && menu.isPending && <Typography>{word('loading')}</Typography>}
      {!only && menu.data !== undefined && (
        <DishField
          label={word(line === undefined ? 'dishToAdd' : 'dish')}
          dishes={menu.data.dishes}
          isForLater={order.pickupAt !== null}
          value={dish}
          onChange={(chosen) => {
            setDish(chosen);
            setOptionIds([]);
          }}
        />
      )}
      {!only && dish !== null && (
        <>
          <OptionGroups dish={dish} chosen={optionIds} onChange={setOptionIds} />
          <Stack direction="row" sx={row}>
            <Typography sx={{ flex: 1 }}>{word('quantity')}</Typography>
            <Amount name={dish.name} value={quantity} least={1} most={100} onChange={setAdding} />
          </Stack>
        </>
      )}
      {(only || dish !== null) && (
        <Settle
          credit={credit}
          cost={cost}
          settling={settling}
          settled={settled}
          mayRefund={mayRefund}
          onSettled={setSettled}
        />
      )}
      <ReasonField
        value={reason}
        common={COMMON.map((each) => word(`reasons.${each}`))}
        onChange={setReason}
      />
    </FormDialog>
  );
}

const row = { alignItems: 'center', gap: 1 };
