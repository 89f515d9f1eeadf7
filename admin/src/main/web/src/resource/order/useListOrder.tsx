import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { answer, api } from '../../api/http';
import type { Resource, Row } from '../../api/schema';
import { useComplaint } from '../../notice/useComplaint';
import { SavedNotice } from '../cell/SavedNotice';
import type { Listed } from '../list/useRows';
import { type Hindrance, hindrance, moved } from './order';

export interface ListOrder {
  /** As they were just put, until the list has been read again. */
  rows: Row[] | undefined;
  /** Whether they can be dragged. */
  movable: boolean;
  /** Why not, where this person may change the order. */
  hindrance: Hindrance | undefined;
  isSaving: boolean;
  move: (from: number, to: number) => void;
}

type Seen = Pick<Row, 'id' | 'version'>;

/** The order of the rows of a list, which is saved as soon as one was put somewhere else. */
export function useListOrder(resource: Resource, listed: Listed): ListOrder {
  const t = useTranslate();
  const notify = useNotify();
  const complain = useComplaint();
  const [wish, setWish] = useState<{ on: Row[]; rows: Row[] }>();
  const wished = wish !== undefined && wish.on === listed.rows ? wish.rows : undefined;

  async function write(rows: Seen[]): Promise<Seen[]> {
    const { rows: saved } = await answer(
      api.PUT('/api/resources/{resource}/order', {
        params: { path: { resource: resource.name } },
        body: { rows: rows.map(({ id, version }) => ({ id, version: version ?? 0 })) },
      }),
    );
    return saved;
  }

  async function putBack(before: Row[], saved: Seen[]) {
    try {
      const versions = new Map(saved.map(({ id, version }) => [id, version]));
      await write(before.map(({ id }) => ({ id, version: versions.get(id) })));
      notify('ojeomneo.drag.undone', { type: 'success' });
    } catch (error) {
      complain(error);
    }
    listed.refetch();
  }

  async function save(before: Row[], rows: Row[]) {
    setWish({ on: before, rows });
    try {
      const saved = await write(rows);
      notify(<SavedNotice text={t('ojeomneo.drag.saved')} onUndo={() => putBack(before, saved)} />);
    } catch (error) {
      setWish(undefined);
      complain(error);
    }
    listed.refetch();
  }

  const exists = resource.orderedBy !== null;
  const why = exists ? hindrance(resource, listed) : undefined;
  return {
    rows: wished ?? listed.rows,
    movable: exists && why === undefined,
    hindrance: why,
    isSaving: wished !== undefined,
    move: (from, to) => {
      if (listed.rows !== undefined) {
        void save(listed.rows, moved(listed.rows, from, to));
      }
    },
  };
}
