import CalendarIcon from '@mui/icons-material/CalendarMonthOutlined';
import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { NotFound } from '../layout/NotFound';
import { useResource } from '../resource/declared';
import { GenericRecord } from '../resource/record/RecordPage';

/** A shop: the generic page, and the way to its calendar. */
export default function StorePage() {
  const t = useTranslate();
  const stores = useResource('stores');
  const { id } = useParams();
  if (stores === undefined || id === undefined) {
    return <NotFound />;
  }
  return (
    <GenericRecord
      key={id}
      resource={stores}
      id={id}
      notice={() => (
        <Box sx={{ mb: 2 }}>
          <Button
            variant="outlined"
            startIcon={<CalendarIcon />}
            component={Link}
            to={`/calendar?store=${encodeURIComponent(id)}`}
          >
            {t('ojeomneo.calendar.title')}
          </Button>
        </Box>
      )}
    />
  );
}
