import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import {
  Button,
  Checkbox,
  FormControlLabel,
  FormHelperText,
  MenuItem,
  Radio,
  RadioGroup,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { listQuery } from '../../api/data';
import type { Column, ExportFormat, Resource } from '../../api/schema';
import { nameIn, save } from '../../api/file';
import { api } from '../../api/http';
import { FormDialog } from '../../notice/FormDialog';
import { LoggedReason } from '../../notice/LoggedReason';
import { useAct } from '../../profile/useAct';
import { useWords } from '../value/useWording';
import { useRows } from './useRows';

/** More rows than this one does not want to wait for in front of a dialog. */
const MANY_ROWS = 20_000;
const FORMATS: ExportFormat[] = ['CSV', 'XLSX'];

interface Props {
  resource: Resource;
  columns: Column[];
}

/** Everything that matches, with the columns that are shown. Who takes personal data says why. */
export function ExportButton({ resource, columns }: Props) {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button color="secondary" startIcon={<DownloadIcon />} onClick={() => setOpen(true)}>
        {t('ojeomneo.list.export')}
      </Button>
      {open && (
        <ExportDialog resource={resource} columns={columns} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function ExportDialog({ resource, columns, onClose }: Props & { onClose: () => void }) {
  const t = useTranslate();
  const say = useWords();
  const notify = useNotify();
  const { filters, sort, estimatedTotal } = useRows();
  const { act, busy, refusal } = useAct();
  const [format, setFormat] = useState<ExportFormat>('CSV');
  const [later, setLater] = useState((estimatedTotal ?? 0) > MANY_ROWS);
  const [unmasked, setUnmasked] = useState(false);
  const [reason, setReason] = useState('');
  const mayReveal = resource.can.reveal && columns.some(({ personal }) => personal);

  async function fetchFile() {
    const path = { resource: resource.name };
    const wish = {
      ...listQuery(filters, sort),
      columns: columns.map(({ name }) => name).join(','),
      format: format === 'XLSX' ? 'xlsx' : 'csv',
    };
    if (later) {
      await api.POST('/api/{resource}/exports', {
        params: { path },
        body: unmasked ? { ...wish, reason: reason.trim() } : wish,
      });
      notify('ojeomneo.exports.ordered', { type: 'success' });
      onClose();
      return;
    }
    const { data, response } = unmasked
      ? await api.POST('/api/{resource}/export', {
          params: { path },
          body: { ...wish, reason: reason.trim() },
          parseAs: 'blob',
        })
      : await api.GET('/api/{resource}/export', { params: { path, query: wish }, parseAs: 'blob' });
    save(data ?? new Blob(), nameIn(response) ?? `${resource.name}.${wish.format}`);
    notify('ojeomneo.export.done', { type: 'success' });
    onClose();
  }

  return (
    <FormDialog
      title={t('ojeomneo.export.title', { name: say(resource.label) })}
      about={t('ojeomneo.export.about')}
      submitLabel={t(later ? 'ojeomneo.exports.make' : 'ojeomneo.export.start')}
      busy={busy}
      refusal={refusal}
      onSubmit={() => void act(fetchFile)}
      onClose={onClose}
    >
      <TextField
        select
        label={t('ojeomneo.exports.format')}
        value={format}
        onChange={(event) => setFormat(event.target.value === 'XLSX' ? 'XLSX' : 'CSV')}
      >
        {FORMATS.map((each) => (
          <MenuItem key={each} value={each}>
            {t(`ojeomneo.exports.formats.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <div>
        <FormControlLabel
          control={
            <Checkbox
              checked={later}
              onChange={(_, chosen) => setLater(chosen)}
              aria-describedby="export-later"
            />
          }
          label={t('ojeomneo.exports.background')}
        />
        <FormHelperText id="export-later">{t('ojeomneo.exports.backgroundHelp')}</FormHelperText>
      </div>
      {mayReveal && (
        <RadioGroup
          value={unmasked ? 'unmasked' : 'masked'}
          onChange={(_, chosen) => setUnmasked(chosen === 'unmasked')}
        >
          {['masked', 'unmasked'].map((each) => (
            <FormControlLabel
              key={each}
              value={each}
              control={<Radio size="small" />}
              label={t(`ojeomneo.export.${each}`)}
            />
          ))}
        </RadioGroup>
      )}
      {unmasked && (
        <LoggedReason value={reason} help={t('ojeomneo.export.reasonHelp')} onChange={setReason} />
      )}
    </FormDialog>
  );
}
