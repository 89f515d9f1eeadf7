import RevertIcon from '@mui/icons-material/SettingsBackupRestore';
import { Box, Button, Chip, IconButton, Stack, Tooltip, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { HistoryEntry, Resource } from '../../api/schema';
import { toSeoul } from '../value/seoul';
import { toneOf } from '../value/tone';
import { useWords } from '../value/useWording';
import { same } from './changes';
import { MemberValue } from './MemberValue';

interface Props {
  entry: HistoryEntry;
  resource: Resource;
  /** Of one column, or of all. */
  onRevert?: (column?: string) => void;
}

const REVERTIBLE = ['UPDATE', 'REVERT', 'DELETE'];

export function Entry({ entry, resource, onRevert }: Props) {
  const t = useTranslate();
  const say = useWords();
  const canRevert = onRevert !== undefined && REVERTIBLE.includes(entry.action);
  const members = new Set([...resource.columns, ...resource.inlines].map(({ name }) => name));
  // A new row is said by what it was given; nobody reads what it was not.
  const changes = entry.changes.filter(
    ({ column, before, after }) =>
      members.has(column) && !same(before, after) && !bothEmpty(before, after),
  );
  return (
    <li>
      <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Chip
          size="small"
          variant="outlined"
          color={toneOf(entry.action)}
          label={t(`ojeomneo.history.actions.${entry.action}`, { _: entry.action })}
        />
        <Typography sx={{ fontWeight: 650 }}>{entry.staff.name}</Typography>
        <Typography variant="body2" color="textSecondary">
          {toSeoul(entry.at).replace('T', ' ')} {entry.address}
        </Typography>
        <Box sx={{ flex: 1 }} />
        {canRevert && changes.length > 1 && (
          <Button size="small" startIcon={<RevertIcon />} onClick={() => onRevert()}>
            {t('ojeomneo.history.revert')}
          </Button>
        )}
      </Stack>
      {entry.reason !== null && (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {t('ojeomneo.history.reason')}: {entry.reason}
        </Typography>
      )}
      {changes.length > 0 && (
        <Box component="dl" sx={list}>
          {changes.map(({ column, label, before, after }) => (
            <Box key={column} sx={change}>
              <Typography component="dt" variant="body2" color="textSecondary">
                {label === null ? column : say(label)}
              </Typography>
              <Box component="dd" sx={values}>
                {entry.action !== 'CREATE' && (
                  <Box component="del" sx={old}>
                    <Said resource={resource} name={column} value={before} />
                  </Box>
                )}
                {changesBoth(entry) && <span aria-hidden>→</span>}
                {entry.action !== 'DELETE' && (
                  <Box component="ins" sx={fresh}>
                    <Said resource={resource} name={column} value={after} />
                  </Box>
                )}
                {canRevert && (
                  <Tooltip title={t('ojeomneo.history.revertOne')}>
                    <IconButton
                      size="small"
                      aria-label={`${t('ojeomneo.history.revertOne')}: ${
                        label === null ? column : say(label)
                      }`}
                      onClick={() => onRevert(column)}
                    >
                      <RevertIcon fontSize="inherit" />
                    </IconButton>
                  </Tooltip>
                )}
              </Box>
            </Box>
          ))}
        </Box>
      )}
    </li>
  );
}

/** What comes or goes as a whole is said once. */
function changesBoth({ action }: HistoryEntry): boolean {
  return action !== 'CREATE' && action !== 'DELETE';
}

function bothEmpty(...values: unknown[]): boolean {
  return values.every((value) => same(value, null) || (Array.isArray(value) && value.length === 0));
}

function Said({ resource, name, value }: { resource: Resource; name: string; value: unknown }) {
  const t = useTranslate();
  return value === null || value === undefined || value === '' ? (
    <>{t('ojeomneo.history.nothing')}</>
  ) : (
    <MemberValue resource={resource} name={name} value={value} />
  );
}

const list = { m: 0, mt: 1, pl: { xs: 0, sm: 1 }, display: 'grid', gap: 0.75 };
const change = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: '160px 1fr' },
  alignItems: 'baseline',
};
const values = { m: 0, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' };
const old = { color: 'text.secondary', textDecoration: 'none' };
const fresh = { textDecoration: 'none', fontWeight: 600 };
