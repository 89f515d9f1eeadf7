import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Resource, Row } from '../../api/schema';
import { copyPath } from './copy';

/** Opens the form of a new row, filled. Nothing is written before it is saved. */
export function CopyButton({ resource, row }: { resource: Resource; row: Row }) {
  const t = useTranslate();
  return (
    <Button
      color="secondary"
      startIcon={<CopyIcon />}
      component={Link}
      to={copyPath(resource, row)}
    >
      {t('ojeomneo.copy.action')}
    </Button>
  );
}
