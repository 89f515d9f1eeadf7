import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { isRefused } from '../api/problem';
import { useRefusal } from '../notice/useComplaint';
import { attemptAnswered, attemptKey, isUnanswered } from './attemptKey';

interface Attempt<Answer> {
  about: string;
  /** Where its words are, the nearest first: `unanswered`, and `refused` by code. */
  words: [string, ...string[]];
  onAnswer: (answer: Answer) => void;
  /** Also when no answer came: it may be done. */
  onStale: () => void;
}

/** Something that is done once, however often it is asked for because no answer came. */
export function useAttempt<Answer>({ about, words, onAnswer, onStale }: Attempt<Answer>) {
  const t = useTranslate();
  const refusalOf = useRefusal();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ text: string; unanswered: boolean } | null>(null);

  async function ask(send: (header: { 'Idempotency-Key': string }) => Promise<Answer>) {
    setBusy(true);
    setRefusal(null);
    try {
      const answered = await send({ 'Idempotency-Key': attemptKey(about) });
      attemptAnswered(about);
      onAnswer(answered);
      return 'done';
    } catch (error) {
      onStale();
      if (isUnanswered(error)) {
        setRefusal({ text: t(`${words[0]}.unanswered`), unanswered: true });
        return 'unanswered';
      }
      const code = isRefused(error) ? error.code : '';
      // What was asked for before is done: the next is another, once somebody has looked.
      if (code === 'IDEMPOTENCY_KEY_REUSED') {
        attemptAnswered(about);
      }
      const text = words.reduceRight(
        (said, place) => t(`${place}.refused.${code}`, { _: said }),
        refusalOf(error),
      );
      setRefusal({ text, unanswered: false });
      return 'refused';
    } finally {
      setBusy(false);
    }
  }
  return { ask, busy, refusal };
}
