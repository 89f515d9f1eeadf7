import { useSignal, type Signal } from '@preact/signals';
import type { Consent } from '../api/schema';
import { answer, own } from '../api/client';
import { Loaded, reason, useLoad } from '../design/Loaded';
import { Sheet } from '../design/Sheet';
import { t } from '../i18n';
import { Agreement, KINDS, type Kind } from './Agreement';
import { useForm } from './useForm';

interface Props {
  onClose: () => void;
  onAgreed: () => void;
}

/** Before the first order, and before the next one once a text has changed. */
export function ConsentSheet({ onClose, onAgreed }: Props) {
  const load = useLoad('consents', () => answer(own.GET('/users/me/consents')));
  const agreed = useSignal<ReadonlySet<Kind>>(new Set());
  return (
    <Sheet title={t().consentTitle} onClose={onClose}>
      <Loaded load={load}>
        {({ missing }) => {
          const kinds = KINDS.filter((kind) => missing.some((each) => each.kind === kind));
          return <Form kinds={kinds} missing={missing} agreed={agreed} onAgreed={onAgreed} />;
        }}
      </Loaded>
    </Sheet>
  );
}

interface FormProps {
  kinds: readonly Kind[];
  missing: Consent[];
  agreed: Signal<ReadonlySet<Kind>>;
  onAgreed: () => void;
}

function Form({ kinds, missing, agreed, onAgreed }: FormProps) {
  const form = useForm(async () => {
    await answer(own.POST('/users/me/consents', { body: { consents: missing } }));
    onAgreed();
  });
  return (
    <form class="stack" onSubmit={form.submit}>
      <Agreement kinds={kinds} agreed={agreed} />
      <div role="alert">
        {form.failure.value && <p class="note bad">{reason(form.failure.value)}</p>}
      </div>
      <button
        class="button primary wide"
        type="submit"
        disabled={form.busy.value || !kinds.every((kind) => agreed.value.has(kind))}
      >
        {t().agreeAndOrder}
      </button>
    </form>
  );
}
