import { Alert, Button, Stack, TextField } from '@mui/material';
import { type SyntheticEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { isRefused } from '../api/problem';
import { useRun } from '../notice/useRun';
import { signIn } from './signing';

interface Props {
  /** The address, when it can only be this person. */
  email?: string;
  onDone?: () => void;
}

/** E-mail and password; a code of the second factor only when the API asks for one. */
export function SignInForm({ email: known, onDone }: Props) {
  const t = useTranslate();
  const [email, setEmail] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [problem, setProblem] = useState<{ code: string; message: string } | null>(null);
  const { run, busy } = useRun((error) => {
    if (isRefused(error) && error.code === 'CODE_REQUIRED') {
      setCode('');
    } else {
      setProblem({
        code: isRefused(error) ? error.code : 'UNKNOWN',
        message: error instanceof Error ? error.message : t('ojeomneo.error.unknown'),
      });
    }
  });

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    setProblem(null);
    const typed = code?.trim() ?? '';
    void run(async () => {
      await signIn({ email: email.trim(), password, ...(typed === '' ? {} : { code: typed }) });
      onDone?.();
    });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack spacing={2}>
        {problem !== null && <Alert severity="error">{problem.message}</Alert>}
        <TextField
          label={t('ojeomneo.signIn.email')}
          type="email"
          autoComplete="username"
          autoFocus={known === undefined}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          disabled={known !== undefined || code !== null}
          required
          fullWidth
        />
        <TextField
          label={t('ojeomneo.signIn.password')}
          type="password"
          autoComplete="current-password"
          autoFocus={known !== undefined}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          disabled={code !== null}
          required
          fullWidth
        />
        {code !== null && (
          <>
            <TextField
              label={t('ojeomneo.signIn.code')}
              helperText={t('ojeomneo.signIn.codeHelp')}
              autoComplete="one-time-code"
              autoFocus
              error={problem?.code === 'CODE_WRONG'}
              value={code}
              onChange={(event) => setCode(event.target.value)}
              slotProps={{ htmlInput: { inputMode: 'text', maxLength: 40, spellCheck: false } }}
              required
              fullWidth
            />
            <Button size="small" onClick={() => setCode(null)} sx={{ alignSelf: 'start' }}>
              {t('ojeomneo.signIn.otherAccount')}
            </Button>
          </>
        )}
        <Button type="submit" variant="contained" size="large" loading={busy}>
          {t('ojeomneo.signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}
