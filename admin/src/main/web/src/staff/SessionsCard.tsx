import {
  Alert,
  Button,
  Card,
  CardContent,
  Chip,
  List,
  ListItem,
  ListItemText,
  Stack,
  Typography,
} from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'react-admin';
import { answer, api } from '../api/http';
import type { OpenSession } from '../api/schema';
import { useComplaint } from '../notice/useComplaint';
import { useMoment } from './useMoment';

/** The browsers in which somebody is signed in: one's own, or those of a colleague. */
export function SessionsCard({ colleague }: { colleague?: string }) {
  const t = useTranslate();
  const notify = useNotify();
  const complain = useComplaint();
  const queries = useQueryClient();
  const queryKey = ['sessions', colleague ?? 'mine'];
  const sessions = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      answer(
        colleague === undefined
          ? api.GET('/api/sessions', { signal })
          : api.GET('/api/staff/{id}/sessions', { params: { path: { id: colleague } }, signal }),
      ),
  });
  async function end(id?: string) {
    try {
      await (colleague === undefined ? endMine(id) : endTheirs(colleague, id));
      notify('ojeomneo.staff.ended', { type: 'success' });
    } catch (error) {
      complain(error);
    }
    await queries.invalidateQueries({ queryKey });
  }
  const items = sessions.data?.items;
  const canEndAll = items?.some(({ current }) => !current) ?? false;
  return (
    <Card>
      <CardContent>
        <Typography variant="h2" gutterBottom>
          {t('ojeomneo.staff.sessions')}
        </Typography>
        {colleague === undefined && (
          <Typography color="textSecondary">{t('ojeomneo.staff.sessionsAbout')}</Typography>
        )}
        {sessions.isError && <Alert severity="error">{sessions.error.message}</Alert>}
        {items?.length === 0 && <Typography>{t('ojeomneo.staff.noSessions')}</Typography>}
        <List aria-label={t('ojeomneo.staff.sessions')}>
          {items?.map((session) => (
            <Session key={session.id} session={session} onEnd={() => void end(session.id)} />
          ))}
        </List>
        {canEndAll && (
          <Button variant="outlined" onClick={() => void end()}>
            {t(colleague === undefined ? 'ojeomneo.staff.endOthers' : 'ojeomneo.staff.endAll')}
          </Button>
        )}
      </CardContent>
    </Card>
  );
}

function Session({ session, onEnd }: { session: OpenSession; onEnd: () => void }) {
  const t = useTranslate();
  const moment = useMoment();
  return (
    <ListItem
      disableGutters
      secondaryAction={
        session.current ? (
          <Chip
            size="small"
            color="success"
            variant="outlined"
            label={t('ojeomneo.staff.thisOne')}
          />
        ) : (
          <Button size="small" onClick={onEnd}>
            {t('ojeomneo.staff.end')}
          </Button>
        )
      }
    >
      <ListItemText
        primary={`${browser(session.userAgent)} · ${session.address}`}
        secondary={
          <Stack component="span">
            <span>{t('ojeomneo.staff.used', { time: moment(session.lastUsedAt) })}</span>
            <span>{t('ojeomneo.staff.since', { time: moment(session.createdAt) })}</span>
          </Stack>
        }
        sx={{ pr: 10 }}
      />
    </ListItem>
  );
}

/** What a person calls it; the first that fits, for each claims to be the ones before. */
function browser(agent: string): string {
  const program = ['Edg', 'Whale', 'SamsungBrowser', 'Firefox', 'Chrome', 'Safari'].find((name) =>
    agent.includes(`${name}/`),
  );
  const system = ['Windows', 'iPhone', 'iPad', 'Android', 'Mac OS', 'Linux'].find((name) =>
    agent.includes(name),
  );
  return (
    [program === 'Edg' ? 'Edge' : program, system].filter(Boolean).join(', ') || agent.slice(0, 40)
  );
}

function endMine(id?: string) {
  return id === undefined
    ? api.DELETE('/api/sessions')
    : api.DELETE('/api/sessions/{id}', { params: { path: { id } } });
}

function endTheirs(colleague: string, session?: string) {
  return session === undefined
    ? api.DELETE('/api/staff/{id}/sessions', { params: { path: { id: colleague } } })
    : api.DELETE('/api/staff/{id}/sessions/{session}', {
        params: { path: { id: colleague, session } },
      });
}
