import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Field, type FieldProps } from '../design/Field';
import { reason } from '../design/Loaded';
import { useForm } from './useForm';

type Input<Name extends string> = { name: Name } & Pick<
  FieldProps,
  'label' | 'type' | 'autoComplete' | 'inputMode' | 'hint'
>;

interface Props<Name extends string> {
  inputs: Input<Name>[];
  first?: Partial<Record<Name, string>>;
  send: (values: Record<Name, string>) => Promise<void>;
  submit: string;
  disabled?: boolean;
  /** Below the inputs. */
  children?: ComponentChildren;
}

/** Lines of text that are sent together; what is wrong with one of them is said below it. */
export function TextForm<Name extends string>(props: Props<Name>) {
  const { inputs, first, send, submit, disabled, children } = props;
  const values = useSignal(
    Object.fromEntries(inputs.map(({ name }) => [name, first?.[name] ?? ''])) as Record<
      Name,
      string
    >,
  );
  const form = useForm(() => send(values.value));
  return (
    <form class="stack" onSubmit={form.submit}>
      {inputs.map((input) => (
        <Field
          key={input.name}
          {...input}
          value={values.value[input.name]}
          error={form.failure.value?.fields[input.name]}
          onValue={(value) => {
            values.value = { ...values.value, [input.name]: value };
          }}
        />
      ))}
      {children}
      <div role="alert">
        {form.failure.value && <p class="note bad">{reason(form.failure.value)}</p>}
      </div>
      <button class="button primary wide" type="submit" disabled={form.busy.value || disabled}>
        {submit}
      </button>
    </form>
  );
}
