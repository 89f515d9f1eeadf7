import { Alert, Button, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type SyntheticEvent, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { answer, api } from '../api/http';
import type { LinkOwner } from '../api/schema';
import { Waiting } from '../layout/Waiting';
import { useAct } from '../profile/useAct';
import { type Chosen, isGood, NewPasswordFields } from '../staff/NewPasswordFields';
import { Door } from './Door';

const LINK = /^#\/password\/([\w-]{43})$/;

function tokenOfAddress(): string | undefined {
  return LINK.exec(window.location.hash)?.[1];
}

/** Whoever comes by a link from a mail chooses a password first; the token leaves the address at once. */
export function ByLink({ children }: { children: ReactNode }) {
  const [token, setToken] = useState(tokenOfAddress);
  useEffect(() => {
    // Also when the link is put into the address of a page that is open already.
    const look = () => setToken((known) => tokenOfAddress() ?? known);
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
  useEffect(() => {
    if (token !== undefined) {
      window.history.replaceState(null, '', '#/');
    }
  }, [token]);
  return token === undefined ? (
    children
  ) : (
    <LinkPage key={token} token={token} onDone={() => setToken(undefined)} />
  );
}

function LinkPage({ token, onDone }: { token: string; onDone: () => void }) {
  const t = useTranslate();
  const owner = useQuery({
    queryKey: ['link', token],
    queryFn: () => answer(api.POST('/api/session/link', { body: { token } })),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (owner.isPending) {
    return <Waiting />;
  }
  return owner.isError ? (
    <Door title={t('ojeomneo.staff.password.reset')}>
      <Alert severity="warning">{owner.error.message}</Alert>
      <Button sx={{ mt: 2 }} size="small" onClick={onDone}>
        {t('ojeomneo.staff.password.back')}
      </Button>
    </Door>
  ) : (
    <Choose token={token} owner={owner.data} onDone={onDone} />
  );
}

function Choose({ token, owner, onDone }: { token: string; owner: LinkOwner; onDone: () => void }) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<Chosen>({ password: '', again: '' });
  const [done, setDone] = useState(false);
  const { act, busy, refusal } = useAct();
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    void act(async () => {
      await api.POST('/api/session/password', { body: { token, newPassword: chosen.password } });
      setDone(true);
    });
  }
  const title =
    owner.purpose === 'INVITATION'
      ? t('ojeomneo.staff.password.welcome', { name: owner.displayName })
      : t('ojeomneo.staff.password.reset');
  return (
    <Door title={title}>
      {done ? (
        <Stack spacing={2}>
          <Alert severity="success">{t('ojeomneo.staff.password.done')}</Alert>
          <Button variant="contained" size="large" onClick={onDone}>
            {t('ojeomneo.staff.password.back')}
          </Button>
        </Stack>
      ) : (
        <form onSubmit={submit}>
          <Stack spacing={2}>
            {refusal !== null && <Alert severity="error">{refusal}</Alert>}
            <Typography color="textSecondary">
              {owner.email} · {t('ojeomneo.staff.password.choose')}
            </Typography>
            {/* For the browser's own store of passwords. */}
            <input type="hidden" name="username" autoComplete="username" value={owner.email} />
            <NewPasswordFields value={chosen} onChange={setChosen} autoFocus />
            <Button
              type="submit"
              variant="contained"
              size="large"
              loading={busy}
              disabled={!isGood(chosen)}
            >
              {t('ojeomneo.staff.password.save')}
            </Button>
          </Stack>
        </form>
      )}
    </Door>
  );
}
