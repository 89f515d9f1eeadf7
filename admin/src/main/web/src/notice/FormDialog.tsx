import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  Typography,
} from '@mui/material';
import { type ReactNode, type SyntheticEvent, useId } from 'react';
import { useTranslate } from 'react-admin';

interface Props {
  title: string;
  about?: string;
  children?: ReactNode;
  submitLabel: string;
  cancelLabel?: string;
  color?: 'primary' | 'warning' | 'error';
  wide?: boolean;
  /** Stands before the button that closes it. */
  more?: ReactNode;
  /** Instead of the button that closes it. */
  leave?: ReactNode;
  busy?: boolean;
  /** Cannot be closed now. */
  held?: boolean;
  disabled?: boolean;
  refusal?: string | null;
  severity?: 'error' | 'warning';
  onSubmit: () => void;
  onClose: () => void;
}

/** Asks for something, and stays with the reason when that is refused. */
export function FormDialog({
  color = 'primary',
  severity = 'error',
  wide = false,
  held = false,
  ...props
}: Props) {
  const t = useTranslate();
  const id = useId();
  const { about, refusal = null, onClose } = props;
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    // React hands it on to the form that the dialog was opened from.
    event.stopPropagation();
    props.onSubmit();
  }
  return (
    <Dialog
      open
      onClose={held ? undefined : onClose}
      fullWidth
      maxWidth={wide ? 'sm' : 'xs'}
      aria-labelledby={id}
    >
      <form onSubmit={submit}>
        <DialogTitle id={id}>{props.title}</DialogTitle>
        <DialogContent>
          {/* The label of a first field stands above its border. */}
          <Stack spacing={2} sx={{ pt: about === undefined ? 1 : 0 }}>
            {about !== undefined && <Typography>{about}</Typography>}
            {refusal !== null && <Alert severity={severity}>{refusal}</Alert>}
            {props.children}
          </Stack>
        </DialogContent>
        <DialogActions>
          {props.more}
          {props.leave ?? (
            <Button onClick={onClose} disabled={held}>
              {props.cancelLabel ?? t('ra.action.cancel')}
            </Button>
          )}
          <Button
            type="submit"
            variant="contained"
            color={color}
            loading={props.busy}
            disabled={props.disabled}
          >
            {props.submitLabel}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
