import english from 'ra-language-english';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import { boardInEnglish } from './board.en';
import { boardInKorean } from './board.ko';
import { calendarInEnglish } from './calendar.en';
import { calendarInKorean } from './calendar.ko';
import { counterInEnglish } from './counter.en';
import { counterInKorean } from './counter.ko';
import { dashboardInEnglish } from './dashboard.en';
import { dashboardInKorean } from './dashboard.ko';
import { findingInEnglish } from './find.en';
import { findingInKorean } from './find.ko';
import { exportsInEnglish } from './exports.en';
import { exportsInKorean } from './exports.ko';
import { bulkInEnglish } from './bulk.en';
import { bulkInKorean } from './bulk.ko';
import { copyInEnglish } from './copy.en';
import { copyInKorean } from './copy.ko';
import { cellInEnglish } from './cell.en';
import { cellInKorean } from './cell.ko';
import { datesInEnglish } from './dates.en';
import { datesInKorean } from './dates.ko';
import { dragInEnglish } from './drag.en';
import { dragInKorean } from './drag.ko';
import { importsInEnglish } from './imports.en';
import { importsInKorean } from './imports.ko';
import { ko } from './ko';
import { chooseLanguage, language } from './language';
import { orderInEnglish } from './order.en';
import { orderInKorean } from './order.ko';
import { oursInEnglish } from './ours.en';
import { oursInKorean } from './ours.ko';
import { previewInEnglish } from './preview.en';
import { previewInKorean } from './preview.ko';
import { resourceInEnglish } from './resource.en';
import { resourceInKorean } from './resource.ko';
import { saleInEnglish } from './sale.en';
import { saleInKorean } from './sale.ko';
import { settlementInEnglish } from './settlement.en';
import { settlementInKorean } from './settlement.ko';
import { staffInEnglish } from './staff.en';
import { staffInKorean } from './staff.ko';
import { viewsInEnglish } from './views.en';
import { viewsInKorean } from './views.ko';

const korean = {
  ...ko,
  ojeomneo: {
    ...oursInKorean,
    ...resourceInKorean,
    ...findingInKorean,
    order: orderInKorean,
    board: boardInKorean,
    counter: counterInKorean,
    staff: staffInKorean,
    dashboard: dashboardInKorean,
    calendar: calendarInKorean,
    preview: previewInKorean,
    settlement: settlementInKorean,
    exports: exportsInKorean,
    bulk: bulkInKorean,
    views: viewsInKorean,
    copy: copyInKorean,
    sale: saleInKorean,
    imports: importsInKorean,
    cell: cellInKorean,
    drag: dragInKorean,
    dates: datesInKorean,
  },
};
const inEnglish = {
  ...english,
  ojeomneo: {
    ...oursInEnglish,
    ...resourceInEnglish,
    ...findingInEnglish,
    order: orderInEnglish,
    board: boardInEnglish,
    counter: counterInEnglish,
    staff: staffInEnglish,
    dashboard: dashboardInEnglish,
    calendar: calendarInEnglish,
    preview: previewInEnglish,
    settlement: settlementInEnglish,
    exports: exportsInEnglish,
    bulk: bulkInEnglish,
    views: viewsInEnglish,
    copy: copyInEnglish,
    sale: saleInEnglish,
    imports: importsInEnglish,
    cell: cellInEnglish,
    drag: dragInEnglish,
    dates: datesInEnglish,
  },
};

/** What a key says in Korean and in English, whatever the language of the page. */
export function bothWords(key: string): string[] {
  return [korean, inEnglish].map((words) => {
    const said = key
      .split('.')
      .reduce<unknown>(
        (part, name) => (part as Record<string, unknown> | undefined)?.[name],
        words,
      );
    return typeof said === 'string' ? said : '';
  });
}

chooseLanguage(language());

export const i18nProvider = polyglotI18nProvider(
  (locale) => (locale === 'en' ? inEnglish : korean),
  language(),
  [
    { locale: 'ko', name: '한국어' },
    { locale: 'en', name: 'English' },
  ],
);
