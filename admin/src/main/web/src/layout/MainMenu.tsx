import {
  List,
  ListItemButton,
  ListItemIcon,
  ListItemText,
  Typography,
  Box,
  alpha,
} from '@mui/material';
import type { ComponentType } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { NavLink } from 'react-router-dom';
import type { Group, Resource } from '../api/schema';
import { GROUPS } from './groups';
import { mayThey } from '../api/session';
import { inWords } from '../i18n/language';
import { pages } from '../pages';
import { useDeclared } from '../resource/declared';
import { iconOf } from './icons';

interface Item {
  to: string;
  label: string;
  icon: ComponentType;
}

export function MainMenu({ onChoice }: { onChoice: () => void }) {
  const t = useTranslate();
  const groups = useMenu();
  return groups.map(({ group, items }) => (
    <Box key={group} sx={{ pt: 1 }}>
      <Typography id={`menu-${group}`} component="div" color="textSecondary" sx={heading}>
        {t(`ojeomneo.layout.groups.${group}`)}
      </Typography>
      <List dense disablePadding aria-labelledby={`menu-${group}`}>
        {items.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <ListItemButton component={NavLink} to={to} onClick={onChoice} sx={entry}>
              <ListItemIcon sx={{ minWidth: 32, color: 'inherit' }}>
                <Icon />
              </ListItemIcon>
              <ListItemText
                primary={label}
                slotProps={{ primary: { sx: { fontWeight: 'inherit' } } }}
              />
            </ListItemButton>
          </li>
        ))}
      </List>
    </Box>
  ));
}

/** Only what this person may open, and no group without anything in it. */
function useMenu(): { group: Group; items: Item[] }[] {
  const t = useTranslate();
  const locale = useLocale();
  const resources = useDeclared();
  return GROUPS.map((group) => ({
    group,
    items: [
      ...pages.flatMap((page) =>
        page.menu?.group === group && (page.permission === undefined || mayThey(page.permission))
          ? [{ to: page.path, label: t(page.menu.label), icon: page.menu.icon }]
          : [],
      ),
      ...resources
        .filter((resource) => resource.group === group)
        .map((resource: Resource) => ({
          to: `/${resource.name}`,
          label: inWords(resource.label, locale),
          icon: iconOf(resource),
        })),
    ],
  })).filter(({ items }) => items.length > 0);
}

const heading = { px: 2, py: 0.75, fontSize: '0.75rem', fontWeight: 600 };
const entry = {
  mx: 1,
  borderRadius: 1.5,
  color: 'text.secondary',
  minHeight: { xs: 44, lg: 34 },
  '& .MuiSvgIcon-root': { fontSize: 19 },
  '&.active': {
    color: 'text.primary',
    fontWeight: 650,
    backgroundColor: (theme: { palette: { primary: { main: string } } }) =>
      alpha(theme.palette.primary.main, 0.12),
    '& .MuiSvgIcon-root': { color: 'primary.main' },
  },
};
