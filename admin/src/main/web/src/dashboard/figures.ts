import type { Dashboard, Figures } from '../api/schema';
import { shareOf } from './change';
import type { Figure } from './FigureCard';
import type { Words } from './useWords';

type Say = (key: string, values?: Record<string, unknown>) => string;

/** The cards, from left to right. */
export function figuresOf(shown: Dashboard, words: Words, t: Say): Figure[] {
  const { today, sameTime, wholeDay, over } = shown;
  const say = (key: string, values?: Record<string, unknown>) =>
    t(`ojeomneo.dashboard.${key}`, values);
  const figure = (
    name: string,
    about: string,
    of: (figures: Figures) => number | null,
    rest: Pick<Figure, 'format' | 'apart' | 'longer'>,
  ): Figure => ({
    name: say(`figure.${name}`),
    about,
    now: of(today),
    before: of(sameTime),
    wholeDay: over ? null : of(wholeDay),
    ...rest,
  });
  const p90 = today.acceptP90Seconds;
  return [
    figure('orders', say('about.orders'), ({ orders }) => orders, { format: words.count }),
    figure('revenue', say('about.revenue'), ({ revenue }) => revenue, { format: words.won }),
    figure('basket', say('about.basket'), ({ averageBasket }) => averageBasket, {
      format: words.won,
    }),
    figure(
      'accept',
      p90 === null ? say('about.acceptNone') : say('about.accept', { p90: words.seconds(p90) }),
      ({ acceptMedianSeconds }) => acceptMedianSeconds,
      { format: words.seconds, apart: words.seconds, longer: true },
    ),
    figure(
      'late',
      say('about.late', { promised: today.promised, late: today.late }),
      ({ late, promised }) => shareOf(late, promised),
      { format: words.share, apart: words.points },
    ),
    figure(
      'cancelled',
      say('about.cancelled', { share: words.share(shareOf(today.cancelled, today.orders)) }),
      ({ cancelled }) => cancelled,
      { format: words.count },
    ),
  ];
}
