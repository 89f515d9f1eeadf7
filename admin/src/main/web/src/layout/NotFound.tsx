import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { PageHeader } from './PageHeader';

export function NotFound() {
  const t = useTranslate();
  return (
    <>
      <PageHeader title={t('ra.page.not_found')} />
      <Alert severity="info">{t('ojeomneo.error.notFound')}</Alert>
    </>
  );
}
