import type { SaleWords } from './sale.ko';

export const saleInEnglish: SaleWords = {
  presets: 'Fill in',
  preset: {
    always: 'Always',
    lunch: 'Lunch only',
    weekdays: 'Weekdays only',
    dinner: 'Dinner only',
    weekend: 'Weekends only',
  },
  preview: 'Preview',
  at: 'What customers meet at',
  saved: 'By what is saved. The shop’s hours and what is left of the day come on top.',
  sold: 'Sold for %{price} at %{at}.',
  notSold: 'Not sold at %{at}. (It costs %{price} then.)',
  times: 'Sold: %{times}',
  next: 'Next sale: %{at}',
  nextPrice: 'Next price: from %{at}',
  unlisted: 'It is off the menu or sold out right now, so that the app takes no orders for it.',
};
