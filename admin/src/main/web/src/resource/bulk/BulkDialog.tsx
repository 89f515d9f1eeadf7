import { Button, LinearProgress, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { listQuery } from '../../api/data';
import type { Bulk, BulkPreview, BulkProgress, Resource } from '../../api/schema';
import { FormDialog } from '../../notice/FormDialog';
import { useAct } from '../../profile/useAct';
import { useRows } from '../list/useRows';
import { withSeparators } from '../value/number';
import { useWords } from '../value/useWording';
import { PreviewTable } from './PreviewTable';
import { previewOf, run } from './run';
import type { Selection } from './useSelection';
import { valueOf } from '../value/typed';
import { type Wish, WishFields } from './WishFields';

interface Props {
  resource: Resource;
  selection: Selection;
  removes: boolean;
  onClose: () => void;
}

/** What shall be done, then what that would do, then how far it is. Nothing is done that was not shown. */
export function BulkDialog({ resource, selection, removes, onClose }: Props) {
  const t = useTranslate();
  const say = useWords();
  const notify = useNotify();
  const queries = useQueryClient();
  const { filters, sort } = useRows();
  const { act, busy, refusal } = useAct();
  const [wish, setWish] = useState<Wish | null>(null);
  const [shown, setShown] = useState<{ bulk: Bulk; preview: BulkPreview } | null>(null);
  const [progress, setProgress] = useState<BulkProgress | null>(null);
  const leaving = useRef<AbortController | null>(null);
  // To leave the page while it runs is to stop it.
  useEffect(() => () => leaving.current?.abort(), []);
  const count = (many: number) => ({ count: withSeparators(many) });

  function bulk(): Bulk {
    const which = selection.all
      ? { filter: listQuery(filters, sort).filter }
      : { ids: selection.ids };
    return wish === null
      ? { ...which, act: 'DELETE' }
      : {
          ...which,
          act: wish.act,
          column: wish.column.name,
          value: valueOf(wish.column, wish.typed),
        };
  }

  function look() {
    void act(async () => {
      const asked = bulk();
      const preview = await previewOf(resource.name, asked);
      setShown({ bulk: asked, preview });
    });
  }

  function go() {
    if (shown === null) {
      return;
    }
    const stop = new AbortController();
    leaving.current = stop;
    setProgress({ done: 0, of: shown.preview.rows, changed: null, code: null, message: null });
    void act(async () => {
      try {
        const { bulk: wanted, preview } = shown;
        const last = await run(resource.name, wanted, preview.seen, stop.signal, setProgress);
        if (last?.code != null || last === undefined) {
          setShown(null);
          throw new Error(last?.message ?? t('ojeomneo.bulk.broken'));
        }
        const said = removes ? 'ojeomneo.bulk.removed' : 'ojeomneo.bulk.done';
        notify(said, { type: 'success', messageArgs: count(last.changed ?? 0) });
        selection.clear();
        onClose();
      } catch (error) {
        throw stop.signal.aborted ? new Error(t('ojeomneo.bulk.stopped')) : error;
      } finally {
        leaving.current = null;
        setProgress(null);
        void queries.invalidateQueries({ queryKey: [resource.name] });
        void queries.invalidateQueries({ queryKey: ['record', resource.name] });
      }
    });
  }

  const running = progress !== null;
  const title = removes ? 'ojeomneo.bulk.removeTitle' : 'ojeomneo.bulk.changeTitle';
  const leave = running ? (
    <Button color="error" onClick={() => leaving.current?.abort()}>
      {t('ojeomneo.bulk.stop')}
    </Button>
  ) : (
    <>
      <Button onClick={onClose}>{t('ra.action.cancel')}</Button>
      {shown !== null && !removes && (
        <Button onClick={() => setShown(null)}>{t('ojeomneo.bulk.back')}</Button>
      )}
    </>
  );
  return (
    <FormDialog
      title={t(title, { name: say(resource.label) })}
      submitLabel={
        shown === null
          ? t('ojeomneo.bulk.preview')
          : t(
              removes ? 'ojeomneo.bulk.runRemove' : 'ojeomneo.bulk.run',
              count(shown.preview.changes),
            )
      }
      color={removes && shown !== null ? 'error' : 'primary'}
      wide
      leave={leave}
      busy={busy}
      held={running}
      disabled={shown === null ? !removes && wish === null : shown.preview.changes === 0}
      refusal={refusal}
      onSubmit={shown === null ? look : go}
      onClose={onClose}
    >
      {shown === null && !removes && (
        <WishFields resource={resource} wish={wish} onChange={setWish} />
      )}
      {shown !== null && <PreviewTable preview={shown.preview} column={wish?.column ?? null} />}
      {running && (
        <>
          <LinearProgress
            variant={progress.of === 0 ? 'indeterminate' : 'determinate'}
            value={progress.of === 0 ? 0 : (100 * progress.done) / progress.of}
            aria-label={t('ojeomneo.bulk.change')}
          />
          <Typography aria-live="polite">
            {t('ojeomneo.bulk.running', {
              done: withSeparators(progress.done),
              of: withSeparators(progress.of),
            })}
          </Typography>
        </>
      )}
    </FormDialog>
  );
}
