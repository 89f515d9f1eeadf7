import { Card, CardContent } from '@mui/material';
import { type ReactNode, Suspense, type SyntheticEvent, useEffect } from 'react';
import { useNotify } from 'react-admin';
import { FormProvider, useForm } from 'react-hook-form';
import type { Resource, Row } from '../../api/schema';
import { isRefused } from '../../api/problem';
import { belowForms } from '../../pages';
import { useComplaint } from '../../notice/useComplaint';
import { useWords } from '../value/useWording';
import { type Values, formOf } from './changes';
import { Fields } from './Fields';
import { RecordTabs, type TabOf, useTab } from './RecordTabs';
import { SaveBar } from './SaveBar';
import { sectionOf, sectionsOf } from './sections';
import { UnsavedGuard } from './UnsavedGuard';

interface Props {
  resource: Resource;
  /** As it was read; empty for a new one. */
  row: Partial<Row>;
  /** Shown instead, where it hides less. */
  revealed?: Row;
  creating?: boolean;
  submitLabel: string;
  /** Rejects with the API's refusal, whose parts are shown at their inputs. */
  onSave: (form: Values) => Promise<Row | undefined>;
  moreTabs?: TabOf[];
  children?: ReactNode;
}

/** A row as a form, made from its declaration. */
export function RecordForm(props: Props) {
  const { resource, row, revealed, creating = false, submitLabel, onSave, moreTabs = [] } = props;
  const say = useWords();
  const notify = useNotify();
  const complain = useComplaint();
  const [, setTab] = useTab();
  const mayWrite = creating ? resource.can.create : resource.can.update;
  const form = useForm<Values>({
    defaultValues: formOf(resource, row, creating),
    mode: 'onTouched',
  });
  const Below = mayWrite ? belowForms[resource.name] : undefined;
  const { errors, isDirty, isSubmitting } = form.formState;
  const sections = sectionsOf(resource, (column) => !creating || column.creatable);

  // Another version was read. What is being edited stays: saving it finds the difference.
  const { reset } = form;
  useEffect(() => {
    if (!form.formState.isDirty) {
      reset(formOf(resource, row, creating));
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- of the same row only its version matters
  }, [row.version, row.id]);

  async function save(values: Values) {
    try {
      const saved = await onSave(values);
      if (saved !== undefined) {
        reset(formOf(resource, saved, false));
      }
    } catch (error) {
      const fields = isRefused(error) ? error.fields() : {};
      for (const [path, message] of Object.entries(fields)) {
        form.setError(path, { type: 'server', message });
      }
      showFirst(Object.keys(fields));
      complain(error);
    }
  }

  function submit(event: SyntheticEvent) {
    // What the API said of whole rows is asked anew: no input's own rule would take it away.
    form.clearErrors();
    void form.handleSubmit(save, (found) => {
      showFirst(Object.keys(found));
      notify('ojeomneo.form.fieldProblems', { type: 'warning' });
    })(event);
  }

  function showFirst(paths: string[]) {
    const section = sectionOf(
      sections,
      paths.map((path) => path.split('.')[0] ?? ''),
    );
    if (section !== undefined) {
      setTab(section);
    }
  }

  const wrong = Object.keys(errors);
  const tabs: TabOf[] = sections.map((section) => ({
    name: section.name,
    label: say(section.label ?? resource.label),
    wrong: sectionOf([section], wrong) !== undefined,
    content: (
      <Card>
        <CardContent sx={{ p: { xs: 2, sm: 3 } }}>
          <Fields section={section} row={revealed ?? row} creating={creating} mayWrite={mayWrite} />
        </CardContent>
      </Card>
    ),
  }));
  return (
    <FormProvider {...form}>
      <UnsavedGuard active={isDirty && !isSubmitting} />
      <form noValidate onSubmit={submit}>
        <RecordTabs tabs={[...tabs, ...moreTabs]} />
        {mayWrite && (isDirty || creating) && (
          <SaveBar
            busy={isSubmitting}
            submitLabel={submitLabel}
            onReset={isDirty ? () => reset() : undefined}
          />
        )}
      </form>
      {Below !== undefined && (
        <Suspense fallback={null}>
          <Below resource={resource.name} row={row} creating={creating} />
        </Suspense>
      )}
      {props.children}
    </FormProvider>
  );
}
