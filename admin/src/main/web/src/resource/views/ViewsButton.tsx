import ViewsIcon from '@mui/icons-material/BookmarksOutlined';
import { Button, Divider, ListItemText, ListSubheader, Menu, MenuItem } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { ifMatch, listQuery } from '../../api/data';
import { answer, api } from '../../api/http';
import type { Resource, SavedView } from '../../api/schema';
import { useComplaint } from '../../notice/useComplaint';
import type { Picked } from '../list/useColumns';
import { useRows } from '../list/useRows';
import { opened, viewPath } from './opened';
import { ViewDialog } from './ViewDialog';

/** Saved views of a list: opens one, saves what is shown as one. */
export function ViewsButton({ resource, picked }: { resource: Resource; picked: Picked }) {
  const t = useTranslate();
  const notify = useNotify();
  const complain = useComplaint();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { filters, sort } = useRows();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [current, setCurrent] = useState<SavedView>();
  const [editing, setEditing] = useState<'new' | SavedView>();
  const queryKey = ['views', resource.name];
  const views = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/views', { params: { query: { resource: resource.name } }, signal })),
    enabled: anchor !== null,
  });
  const close = () => setAnchor(null);
  const { filter, sort: order } = listQuery(filters, sort);
  const shape = { filter, sort: order, columns: picked.shown.map(({ name }) => name) };

  function open(view: SavedView) {
    close();
    const found = opened(resource, view);
    picked.show(found.columns);
    setCurrent(view);
    if (!found.whole) {
      notify('ojeomneo.views.partly', { type: 'warning' });
    }
    void navigate(viewPath(resource.name, found));
  }

  async function act(work: () => Promise<SavedView | undefined>, said: string) {
    close();
    try {
      setCurrent(await work());
      notify(said, { type: 'success' });
    } catch (error) {
      complain(error);
    }
    await queries.invalidateQueries({ queryKey });
  }

  const overwrite = (view: SavedView) =>
    act(
      () =>
        answer(
          api.PUT('/api/views/{id}', {
            params: { path: { id: view.id }, header: ifMatch(view.version) },
            body: { name: view.name, shared: view.shared, ...shape },
          }),
        ),
      'ojeomneo.views.saved',
    );
  const remove = (view: SavedView) =>
    act(async () => {
      await api.DELETE('/api/views/{id}', { params: { path: { id: view.id } } });
      return undefined;
    }, 'ojeomneo.views.deleted');

  const items = views.data?.items ?? [];
  const groups = [
    { label: 'ojeomneo.views.mine', of: items.filter(({ mine }) => mine) },
    { label: 'ojeomneo.views.shared', of: items.filter(({ mine }) => !mine) },
  ].filter((group) => group.of.length > 0);
  return (
    <>
      <Button
        color="secondary"
        startIcon={<ViewsIcon />}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {current?.name ?? t('ojeomneo.views.button')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {groups.length === 0 && (
          <MenuItem dense disabled>
            {t(views.isPending ? 'ra.message.loading' : 'ojeomneo.views.none')}
          </MenuItem>
        )}
        {groups.flatMap(({ label, of }) => [
          <ListSubheader key={label} role="presentation" disableSticky>
            {t(label)}
          </ListSubheader>,
          ...of.map((view) => (
            <MenuItem
              key={view.id}
              dense
              selected={view.id === current?.id}
              onClick={() => open(view)}
            >
              <ListItemText
                primary={view.name}
                secondary={view.mine ? undefined : t('ojeomneo.views.by', { name: view.owner })}
              />
            </MenuItem>
          )),
        ])}
        <Divider />
        {current?.mine === true && [
          <MenuItem key="overwrite" dense onClick={() => void overwrite(current)}>
            {t('ojeomneo.views.overwrite', { name: current.name })}
          </MenuItem>,
          <MenuItem
            key="rename"
            dense
            onClick={() => {
              close();
              setEditing(current);
            }}
          >
            {t('ojeomneo.views.rename', { name: current.name })}
          </MenuItem>,
          <MenuItem key="delete" dense onClick={() => void remove(current)}>
            {t('ojeomneo.views.delete', { name: current.name })}
          </MenuItem>,
        ]}
        <MenuItem
          dense
          onClick={() => {
            close();
            setEditing('new');
          }}
        >
          {t('ojeomneo.views.save')}
        </MenuItem>
        <MenuItem
          dense
          onClick={() => {
            close();
            setCurrent(undefined);
            picked.reset();
            void navigate(`/${resource.name}?filter=%7B%7D&page=1`);
          }}
        >
          {t('ojeomneo.views.original')}
        </MenuItem>
      </Menu>
      {editing !== undefined && (
        <ViewDialog
          resource={resource.name}
          view={editing === 'new' ? undefined : editing}
          shape={shape}
          onDone={(saved) => {
            setEditing(undefined);
            if (saved !== undefined) {
              setCurrent(saved);
              notify('ojeomneo.views.saved', { type: 'success' });
              void queries.invalidateQueries({ queryKey });
            }
          }}
        />
      )}
    </>
  );
}
