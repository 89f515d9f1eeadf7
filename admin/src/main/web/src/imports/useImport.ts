import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { BulkProgress, ImportContents, ImportPreview, Resource } from '../api/schema';
import { useAct } from '../profile/useAct';
import { save } from '../api/file';
import { withSeparators } from '../resource/value/number';
import { type Columns, contentsOf, errorsOf, previewOf, run } from './calls';

/** What is known of the file at hand, and the steps that one takes with it. */
export function useImport(resource: Resource) {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { act, busy, refusal } = useAct();
  const [file, setFile] = useState<File | null>(null);
  const [contents, setContents] = useState<ImportContents | null>(null);
  const [columns, setColumns] = useState<Columns>([]);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [progress, setProgress] = useState<BulkProgress | null>(null);
  const leaving = useRef<AbortController | null>(null);
  // To leave the page while it runs is to stop it.
  useEffect(() => () => leaving.current?.abort(), []);

  function choose(chosen: File) {
    setContents(null);
    setPreview(null);
    setFile(chosen);
    return act(async () => {
      const found = await contentsOf(resource.name, chosen);
      const guessed = found.columns.map(({ column }) => column ?? '');
      setContents(found);
      setColumns(guessed);
      if (guessed.some((name) => name !== '' && name !== 'id' && name !== 'version')) {
        setPreview(await previewOf(resource.name, chosen, guessed));
      }
    });
  }

  function map(chosen: Columns) {
    setColumns(chosen);
    setPreview(null);
  }

  function look() {
    return act(async () => {
      if (file !== null) {
        setPreview(await previewOf(resource.name, file, columns));
      }
    });
  }

  function fetchErrors() {
    return act(async () => {
      if (file !== null) {
        save(await errorsOf(resource.name, file, columns), `${resource.name}-errors.csv`);
      }
    });
  }

  function go() {
    return act(async () => {
      if (file === null || preview === null) {
        return;
      }
      const stop = new AbortController();
      leaving.current = stop;
      setProgress({ done: 0, of: preview.rows, changed: null, code: null, message: null });
      try {
        const last = await run(resource.name, file, columns, preview, stop.signal, setProgress);
        if (last === undefined) {
          throw new Error(t('ojeomneo.imports.broken'));
        }
        if (last.code !== null) {
          setPreview(null);
          throw new Error(last.message ?? last.code);
        }
        const count = withSeparators(last.changed ?? 0);
        notify('ojeomneo.imports.done', { type: 'success', messageArgs: { count } });
        void navigate(`/${resource.name}`);
      } catch (error) {
        throw stop.signal.aborted ? new Error(t('ojeomneo.imports.stopped')) : error;
      } finally {
        leaving.current = null;
        setProgress(null);
        void queries.invalidateQueries({ queryKey: [resource.name] });
        void queries.invalidateQueries({ queryKey: ['record', resource.name] });
      }
    });
  }

  const stop = () => leaving.current?.abort();
  return {
    file,
    contents,
    columns,
    preview,
    progress,
    busy,
    refusal,
    choose,
    map,
    look,
    fetchErrors,
    go,
    stop,
  };
}
