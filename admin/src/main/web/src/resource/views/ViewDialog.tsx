import { FormControlLabel, Switch, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ifMatch } from '../../api/data';
import { answer, api } from '../../api/http';
import type { SavedView } from '../../api/schema';
import { FormDialog } from '../../notice/FormDialog';
import { useAct } from '../../profile/useAct';
import { useSession } from '../../session/useSession';

interface Props {
  resource: string;
  /** One that is renamed or shared, as it was saved; without it a new one of this shape. */
  view?: SavedView;
  shape: { filter?: string; sort?: string; columns: string[] };
  onDone: (saved?: SavedView) => void;
}

/** What a view is called, and whether others see it. */
export function ViewDialog({ resource, view, shape, onDone }: Props) {
  const t = useTranslate();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const { act, busy, refusal } = useAct();
  // Whoever sees one shop only shares nothing.
  const mayShare = useSession().staff.roles.some(({ storeId }) => storeId === null);
  const title = t(view === undefined ? 'ojeomneo.views.save' : 'ojeomneo.views.rename', {
    name: view?.name,
  });
  const submit = () => act(async () => onDone(await (view === undefined ? add() : change(view))));
  function add() {
    return answer(
      api.POST('/api/views', { params: { query: { resource } }, body: { name, shared, ...shape } }),
    );
  }
  function change(known: SavedView) {
    return answer(
      api.PUT('/api/views/{id}', {
        params: { path: { id: known.id }, header: ifMatch(known.version) },
        body: {
          name,
          shared,
          columns: known.columns,
          ...(known.filter === null ? {} : { filter: known.filter }),
          ...(known.sort === null ? {} : { sort: known.sort }),
        },
      }),
    );
  }
  return (
    <FormDialog
      title={title}
      submitLabel={t('ra.action.save')}
      busy={busy}
      disabled={name.trim() === ''}
      refusal={refusal}
      onSubmit={() => void submit()}
      onClose={() => onDone()}
    >
      <TextField
        label={t('ojeomneo.views.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 40 } }}
        autoFocus
        required
        fullWidth
      />
      {mayShare && (
        <FormControlLabel
          control={
            <Switch checked={shared} onChange={(event) => setShared(event.target.checked)} />
          }
          label={t('ojeomneo.views.share')}
        />
      )}
    </FormDialog>
  );
}
