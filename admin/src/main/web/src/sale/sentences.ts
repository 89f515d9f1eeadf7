import type { DishSale } from '../api/schema';

type Translate = (key: string, options?: Record<string, string>) => string;

/** What is sold when, at what price. */
export function sentences(sale: DishSale, t: Translate, locale: string): string[] {
  const said = [
    t(sale.inTime ? 'ojeomneo.sale.sold' : 'ojeomneo.sale.notSold', {
      at: moment(sale.at, locale),
      price: money(sale.price, locale),
    }),
    t('ojeomneo.sale.times', { times: locale === 'ko' ? sale.times.ko : sale.times.en }),
  ];
  if (!sale.listed) {
    said.unshift(t('ojeomneo.sale.unlisted'));
  }
  if (sale.nextSaleAt !== null) {
    said.push(t('ojeomneo.sale.next', { at: moment(sale.nextSaleAt, locale) }));
  }
  if (sale.nextPriceAt !== null) {
    said.push(t('ojeomneo.sale.nextPrice', { at: moment(sale.nextPriceAt, locale) }));
  }
  return said;
}

function money(won: number, locale: string): string {
  return locale === 'ko' ? `${won.toLocaleString('ko')}원` : `₩${won.toLocaleString('en')}`;
}

function moment(instant: string, locale: string): string {
  return new Date(instant).toLocaleString(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Seoul',
  });
}
