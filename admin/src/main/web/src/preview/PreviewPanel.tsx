import EyeIcon from '@mui/icons-material/VisibilityOutlined';
import { Button, Card, CardContent } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Row } from '../api/schema';
import { type Values, changed } from '../resource/record/changes';
import { Preview } from './Preview';

interface Props {
  resource: string;
  row: Partial<Row>;
  creating: boolean;
}

/** Who would see what, below a form that is not saved yet. Asks only for whoever opened it. */
export default function PreviewPanel({ resource, row, creating }: Props) {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  const { control } = useFormContext<Values>();
  const values = useWatch({ control }) as Values;
  return (
    <Card component="section" aria-label={t('ojeomneo.preview.title')} sx={{ mt: 2 }}>
      <CardContent sx={{ p: { xs: 2, sm: 3 } }}>
        <Button
          type="button"
          startIcon={<EyeIcon />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t('ojeomneo.preview.title')}
        </Button>
        {open && (
          <Preview
            resource={resource}
            id={creating ? null : (row.id ?? null)}
            draft={values}
            values={changed(creating ? {} : row, values)}
          />
        )}
      </CardContent>
    </Card>
  );
}
