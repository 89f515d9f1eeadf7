import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';
import { nameIn, save } from '../api/file';
import { api } from '../api/http';
import { useRefusal } from '../notice/useComplaint';
import type { Wish } from './useStatement';

/** What is shown, and the kinds of payment of each day, as a file. */
export function Download({ wish }: { wish: Wish }) {
  const t = useTranslate();
  const notify = useNotify();
  const refusalOf = useRefusal();

  async function fetchFile(format: 'csv' | 'xlsx') {
    try {
      const { data, response } = await api.GET('/api/settlement/export', {
        params: { query: { ...wish, format } },
        parseAs: 'blob',
      });
      save(data ?? new Blob(), nameIn(response) ?? `settlement.${format}`);
    } catch (error) {
      notify(refusalOf(error), { type: 'error' });
    }
  }

  return (['csv', 'xlsx'] as const).map((format) => (
    <Button
      key={format}
      color="secondary"
      startIcon={<DownloadIcon />}
      onClick={() => void fetchFile(format)}
    >
      {t(`ojeomneo.settlement.file.${format}`)}
    </Button>
  ));
}
