import { Dialog, DialogTitle } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { answer, api } from '../api/http';
import type { Begun } from '../api/schema';
import { secondFactorIs } from '../session/signing';
import { PasswordStep } from './PasswordStep';
import { RecoveryStep } from './RecoveryStep';
import { ScanStep } from './ScanStep';

type Step =
  { kind: 'password' } | { kind: 'scan'; begun: Begun } | { kind: 'recovery'; codes: string[] };

/** Password, then the secret in the app and a code from it, then the recovery codes, which are shown this once. */
export function TurnOn({ onDone }: { onDone: () => void }) {
  const t = useTranslate();
  const notify = useNotify();
  const [step, setStep] = useState<Step>({ kind: 'password' });

  async function begin(password: string) {
    const begun = await answer(
      api.POST('/api/session/second-factor/begin', { body: { password } }),
    );
    setStep({ kind: 'scan', begun });
  }

  async function confirm(code: string) {
    const { recoveryCodes } = await answer(
      api.POST('/api/session/second-factor/confirm', { body: { code } }),
    );
    setStep({ kind: 'recovery', codes: recoveryCodes });
  }

  function finish() {
    onDone();
    secondFactorIs(true);
    notify('ojeomneo.profile.factor.turnedOn', { type: 'success' });
  }

  // Whoever has not yet kept the recovery codes must not lose them by a click beside the dialog.
  const close = step.kind === 'recovery' ? undefined : onDone;
  return (
    <Dialog open onClose={close} fullWidth maxWidth="xs" aria-labelledby="factor-on">
      <DialogTitle id="factor-on">
        {t(
          step.kind === 'recovery'
            ? 'ojeomneo.profile.factor.recovery'
            : 'ojeomneo.profile.factor.turnOn',
        )}
      </DialogTitle>
      {step.kind === 'password' && (
        <PasswordStep
          submitLabel={t('ojeomneo.profile.factor.next')}
          onPassword={begin}
          onCancel={onDone}
        />
      )}
      {step.kind === 'scan' && <ScanStep begun={step.begun} onCode={confirm} onCancel={onDone} />}
      {step.kind === 'recovery' && <RecoveryStep codes={step.codes} onSaved={finish} />}
    </Dialog>
  );
}
