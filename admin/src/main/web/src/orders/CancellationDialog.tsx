import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { FormDialog } from '../notice/FormDialog';
import { ReasonField } from './ReasonField';

interface Props {
  order: { number: string };
  /** Where its words are. */
  words: string;
  /** Common reasons, as they are called among the words. */
  common: readonly string[];
  children?: ReactNode;
  busy?: boolean;
  refusal?: string | null;
  onReason: (reason: string) => void;
  onClose: () => void;
}

/** No order is cancelled without a reason, which the customer reads. */
export function CancellationDialog({ order, words, common, children, onReason, ...rest }: Props) {
  const t = useTranslate();
  const [reason, setReason] = useState('');
  const word = (key: string) => t(`${words}.${key}`, { number: order.number });
  return (
    <FormDialog
      {...rest}
      title={word('title')}
      about={word('about')}
      submitLabel={word('submit')}
      cancelLabel={word('keep')}
      color="error"
      disabled={reason.trim() === ''}
      onSubmit={() => onReason(reason.trim())}
    >
      {children}
      <ReasonField
        value={reason}
        common={common.map((each) => word(`reasons.${each}`))}
        onChange={setReason}
      />
    </FormDialog>
  );
}
