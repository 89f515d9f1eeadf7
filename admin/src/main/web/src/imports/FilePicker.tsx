import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';

interface Props {
  again: boolean;
  disabled: boolean;
  onChosen: (file: File) => void;
}

/** By the button, or dropped upon it. */
export function FilePicker({ again, disabled, onChosen }: Props) {
  const t = useTranslate();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  function take(file: File | undefined) {
    if (file !== undefined && !disabled) {
      onChosen(file);
    }
  }
  return (
    <Box
      sx={{ ...place, borderColor: over ? 'primary.main' : 'divider' }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <Button
        variant={again ? 'outlined' : 'contained'}
        startIcon={<UploadIcon />}
        disabled={disabled}
        onClick={() => chooser.current?.click()}
      >
        {t(again ? 'ojeomneo.imports.again' : 'ojeomneo.imports.choose')}
      </Button>
      <Typography color="textSecondary">{t('ojeomneo.imports.drop')}</Typography>
      <input
        ref={chooser}
        hidden
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        aria-label={t('ojeomneo.imports.choose')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          take(file);
        }}
      />
    </Box>
  );
}

const place = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 2,
  p: 2.5,
  border: 2,
  borderStyle: 'dashed',
  borderRadius: 2,
};
