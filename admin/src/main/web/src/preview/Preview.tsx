import { Alert, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { isRefused } from '../api/problem';
import type { Values } from '../resource/record/changes';
import { AskingFields } from './AskingFields';
import { Differences } from './Differences';
import { NoticeLook } from './NoticeLook';
import { Shares } from './Shares';
import { Versions } from './Versions';
import { type Asking, usePreview } from './usePreview';

interface Props {
  resource: string;
  id: string | null;
  /** The whole form. */
  draft: Values;
  /** What of it would be sent. */
  values: Values;
}

const NOBODY: Asking = { platform: 'web', version: '1.0.0', device: '', at: '' };

export function Preview({ resource, id, draft, values }: Props) {
  const t = useTranslate();
  const [who, setWho] = useState<Asking>(() =>
    resource === 'app_versions' ? { ...NOBODY, platform: id as Asking['platform'] } : NOBODY,
  );
  const { data, error } = usePreview(resource, id, values, who);
  return (
    <Stack spacing={2} sx={{ mt: 1 }}>
      <Typography variant="body2" color="textSecondary">
        {t('ojeomneo.preview.about')}
      </Typography>
      <AskingFields who={who} onChange={setWho} />
      {error !== null && (
        <Alert severity="warning">
          {[error.message, ...(isRefused(error) ? Object.values(error.fields()) : [])].join(' ')}
        </Alert>
      )}
      {resource === 'notices' && <NoticeLook draft={draft} />}
      {data !== undefined && error === null && (
        <>
          <Differences now={data.now} then={data.then} />
          <Shares shares={data.shares} />
          {resource === 'app_versions' && <Versions versions={data.versions} />}
        </>
      )}
    </Stack>
  );
}
