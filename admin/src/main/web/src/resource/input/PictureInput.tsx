import { Button, FormHelperText, Stack, Typography } from '@mui/material';
import { useRef } from 'react';
import { useTranslate } from 'react-admin';
import { answer, api } from '../../api/http';
import { useAct } from '../../profile/useAct';
import { Picture } from '../value/Picture';
import { plain } from '../value/text';
import type { InputProps } from './Input';

/** Uploaded as soon as it is chosen, and part of the row only once that is saved. */
export function PictureInput({ column, label, value, onChange, helperText, error }: InputProps) {
  const t = useTranslate();
  const chooser = useRef<HTMLInputElement>(null);
  const { act, busy, refusal } = useAct();
  const there = plain(value) !== '';
  async function upload(file: File) {
    const { sha256, url } = await answer(
      api.POST('/api/images', {
        body: file,
        bodySerializer: () => file,
        headers: { 'Content-Type': file.type },
      }),
    );
    onChange(column.type === 'IMAGE' ? sha256 : url);
  }
  return (
    <div role="group" aria-label={label}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 0.75 }}>
        {label}
      </Typography>
      <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
        {there && <Picture value={value} size={112} />}
        <Stack spacing={1} sx={{ alignItems: 'start' }}>
          <Button
            variant="outlined"
            color="secondary"
            loading={busy}
            onClick={() => chooser.current?.click()}
          >
            {t(there ? 'ojeomneo.form.replace' : 'ojeomneo.form.upload')}
          </Button>
          {there && (
            <Button color="secondary" onClick={() => onChange(null)}>
              {t('ojeomneo.form.remove')}
            </Button>
          )}
        </Stack>
      </Stack>
      <input
        ref={chooser}
        hidden
        type="file"
        accept="image/*"
        aria-label={t('ojeomneo.form.upload')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file !== undefined) {
            void act(() => upload(file));
          }
        }}
      />
      {(refusal ?? helperText) !== undefined && (
        <FormHelperText error={error || refusal !== null}>{refusal ?? helperText}</FormHelperText>
      )}
    </div>
  );
}
