import { toSeoul } from '../resource/value/seoul';
import type { OrderEvent } from '../api/schema';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** Why the provider refused, in plain words; of a code that we do not know, what it said itself. */
export function failureOf(t: Translate, code: string | null, message: string | null = null) {
  if (code === null) {
    return message ?? '';
  }
  const other = [t('ojeomneo.order.failure.other', { code }), message].filter(Boolean).join(' ');
  return t(`ojeomneo.order.failure.${code}`, { _: other });
}

/** How it was paid, which the provider and the till say in Korean; what we do not know stays as it was said. */
export function methodOf(t: Translate, method: string): string {
  return t(`ojeomneo.order.payments.methods.${method}`, { _: method });
}

export function actorOf(t: Translate, { actor, actorName }: OrderEvent): string {
  const [kind = '', job = ''] = actor.split(':');
  if (kind === 'system') {
    return t(`ojeomneo.order.actor.jobs.${job}`, { _: t('ojeomneo.order.actor.system') });
  }
  return actorName ?? t(`ojeomneo.order.actor.${kind}`, { _: actor });
}

/** A moment in Seoul; without its day when that is the given one. */
export function momentOf(instant: string | null, day?: string): string {
  const [date = '', time = ''] = toSeoul(instant).split('T');
  return date === day ? time : `${date} ${time}`.trim();
}
