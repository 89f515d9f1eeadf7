import { Box, Typography, alpha } from '@mui/material';
import type { HTMLAttributes, Key } from 'react';
import { useTranslate } from 'react-admin';
import type { Entry } from './entry';
import { Marked } from './Marked';

export interface OptionGroup {
  key: number;
  /** Of its first entry among all. */
  index: number;
  group: string;
  options: Entry[];
}

interface Props {
  groups: OptionGroup[];
  listProps: HTMLAttributes<HTMLElement>;
  optionProps: (at: { option: Entry; index: number }) => HTMLAttributes<HTMLElement> & { key: Key };
  typed: string;
}

export function Options({ groups, listProps, optionProps, typed }: Props) {
  const t = useTranslate();
  return (
    <Box {...listProps} aria-label={t('ojeomneo.find.found')} sx={list}>
      {groups.map(({ key, index, group, options }) => (
        <Box key={key} role="group" aria-labelledby={`find-group-${key}`}>
          <Typography id={`find-group-${key}`} component="div" color="textSecondary" sx={heading}>
            {group}
          </Typography>
          {options.map((option, offset) => {
            const { key: id, ...props } = optionProps({ option, index: index + offset });
            const { icon: Icon } = option;
            return (
              <Box key={id} {...props} sx={entry}>
                <Icon />
                <Box component="span" sx={name}>
                  <Marked text={option.label} typed={typed} />
                </Box>
                {option.aside !== undefined && (
                  <Typography component="span" variant="body2" color="textSecondary" sx={aside}>
                    {option.aside}
                  </Typography>
                )}
              </Box>
            );
          })}
        </Box>
      ))}
    </Box>
  );
}

const list = { flex: 1, overflowY: 'auto', px: 1, pb: 1, m: 0, outline: 'none' };
const heading = { px: 1, pt: 1.25, pb: 0.5, fontSize: '0.75rem', fontWeight: 600 };
const entry = {
  display: 'flex',
  alignItems: 'center',
  gap: 1.25,
  px: 1,
  minHeight: { xs: 48, sm: 38 },
  borderRadius: 1.5,
  cursor: 'pointer',
  '& .MuiSvgIcon-root': { fontSize: 19, color: 'text.secondary' },
  '&.Mui-focused': {
    backgroundColor: (theme: { palette: { primary: { main: string } } }) =>
      alpha(theme.palette.primary.main, 0.14),
  },
};
const name = { flex: '0 1 auto', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' };
const aside = {
  ml: 'auto',
  minWidth: 0,
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
};
