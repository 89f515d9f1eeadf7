import CloseIcon from '@mui/icons-material/Close';
import SaveIcon from '@mui/icons-material/Check';
import { IconButton, MenuItem, Stack, TextField } from '@mui/material';
import { type SyntheticEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { ifMatch } from '../../api/data';
import { answer, api } from '../../api/http';
import { isRefused } from '../../api/problem';
import type { Column, Resource, Row } from '../../api/schema';
import { useComplaint } from '../../notice/useComplaint';
import { useAct } from '../../profile/useAct';
import { choicesOf, valueOf } from '../value/typed';
import { plain, textOf, titleOf } from '../value/text';
import { useWording, useWords } from '../value/useWording';
import { SavedNotice } from './SavedNotice';

interface Props {
  resource: Resource;
  column: Column;
  row: Row;
  onSaved: () => void;
  onClose: () => void;
}

/** One value of a row: Enter saves, Esc leaves it. Whoever was faster is seen before they are overwritten. */
export function CellForm({ resource, column, row, onSaved, onClose }: Props) {
  const t = useTranslate();
  const say = useWords();
  const words = useWording();
  const notify = useNotify();
  const complain = useComplaint();
  const { act, busy, refusal } = useAct();
  const [typed, setTyped] = useState(plain(row[column.name]));
  /** What this would overwrite. */
  const [base, setBase] = useState(row);

  const inWords = (value: unknown) => textOf(column, value, words) || t('ojeomneo.cell.nothing');

  function write(on: Row, value: unknown): Promise<Row> {
    return answer(
      api.PUT('/api/{resource}/{id}', {
        params: { path: { resource: resource.name, id: row.id }, header: ifMatch(on.version) },
        body: { [column.name]: value },
      }),
    );
  }

  async function putBack(saved: Row) {
    try {
      await write(saved, base[column.name]);
      notify('ojeomneo.cell.undone', { type: 'success' });
      onSaved();
    } catch (error) {
      complain(error);
    }
  }

  async function save() {
    try {
      const saved = await write(base, valueOf(column, typed));
      onSaved();
      notify(
        <SavedNotice
          text={t('ojeomneo.cell.saved', {
            name: titleOf(resource, saved, words),
            column: say(column.label),
            value: inWords(saved[column.name]),
          })}
          onUndo={() => putBack(saved)}
        />,
      );
    } catch (error) {
      if (isRefused(error, 412) && error.problem.current !== undefined) {
        setBase(error.problem.current);
      } else {
        throw isRefused(error) ? new Error(error.fields()[column.name] ?? error.message) : error;
      }
    }
  }

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    void act(save);
  }

  const choices = choicesOf(column, words);
  const overtaken = base !== row;
  return (
    <form onSubmit={submit}>
      <Stack direction="row" sx={{ alignItems: 'flex-start', gap: 0.5 }}>
        <TextField
          select={choices !== null}
          size="small"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onFocus={({ target }) => {
            if (target instanceof HTMLInputElement) {
              target.select();
            }
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              onClose();
            }
          }}
          error={refusal !== null || overtaken}
          helperText={
            refusal ??
            (overtaken
              ? t('ojeomneo.cell.meanwhile', { value: inWords(base[column.name]) })
              : undefined)
          }
          slotProps={{
            htmlInput: { 'aria-label': say(column.label), inputMode: 'numeric' },
            select: { SelectDisplayProps: { 'aria-label': say(column.label) } },
          }}
          autoFocus
          sx={{ minWidth: 112 }}
        >
          {choices?.map(({ value, text }) => (
            <MenuItem key={value} value={value}>
              {text}
            </MenuItem>
          ))}
        </TextField>
        <IconButton
          type="submit"
          color="primary"
          disabled={busy}
          aria-label={t('ojeomneo.cell.save')}
        >
          <SaveIcon fontSize="small" />
        </IconButton>
        <IconButton onClick={onClose} aria-label={t('ojeomneo.cell.cancel')}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Stack>
    </form>
  );
}
