import PersonIcon from '@mui/icons-material/PersonOutlined';
import AddIcon from '@mui/icons-material/Add';
import { useLocale, useTranslate } from 'react-admin';
import { mayThey } from '../api/session';
import { bothWords } from '../i18n/provider';
import { inWords } from '../i18n/language';
import { inMenuOrder } from '../layout/groups';
import { iconOf } from '../layout/icons';
import { pages } from '../pages';
import { useDeclared } from '../resource/declared';
import type { Entry } from './entry';

/** Every place of the menu, the account, and what may be made anew. */
export function useScreens(): { screens: Entry[]; makings: Entry[] } {
  const t = useTranslate();
  const locale = useLocale();
  const resources = inMenuOrder(useDeclared());
  const group = t('ojeomneo.find.screens');
  const own = pages.flatMap(({ path, permission, menu }): Entry[] =>
    menu === undefined || (permission !== undefined && !mayThey(permission))
      ? []
      : [
          {
            key: path,
            group,
            label: t(menu.label),
            icon: menu.icon,
            words: [...bothWords(menu.label), ...(menu.words ?? [])],
            to: path,
          },
        ],
  );
  const declared = resources.map((resource): Entry => ({
    key: `/${resource.name}`,
    group,
    label: inWords(resource.label, locale),
    icon: iconOf(resource),
    words: [resource.label.ko, resource.label.en],
    to: `/${resource.name}`,
  }));
  const profile: Entry = {
    key: '/profile',
    group,
    label: t('ojeomneo.profile.title'),
    icon: PersonIcon,
    words: bothWords('ojeomneo.profile.title'),
    to: '/profile',
  };
  const makings = resources
    .filter(({ can }) => can.create)
    .map(({ name, label }): Entry => ({
      key: `/${name}/create`,
      group: t('ojeomneo.find.actions'),
      label: t('ojeomneo.find.make', { name: inWords(label, locale) }),
      icon: AddIcon,
      words: [label.ko, label.en, '새', '만들기', '추가', 'new', 'create', 'add'],
      to: `/${name}/create`,
    }));
  return { screens: [...own, ...declared, profile], makings };
}
