import OffIcon from '@mui/icons-material/CheckBoxOutlineBlank';
import OnIcon from '@mui/icons-material/CheckBox';
import ColumnsIcon from '@mui/icons-material/ViewColumnOutlined';
import { Button, Divider, ListItemIcon, ListItemText, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Resource } from '../../api/schema';
import { useWords } from '../value/useWording';
import type { Picked } from './useColumns';

export function ColumnPicker({ resource, picked }: { resource: Resource; picked: Picked }) {
  const t = useTranslate();
  const say = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        color="secondary"
        startIcon={<ColumnsIcon />}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('ojeomneo.list.columns')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {resource.columns.map((column) => (
          <MenuItem
            key={column.name}
            role="menuitemcheckbox"
            aria-checked={picked.isShown(column)}
            dense
            onClick={() => picked.toggle(column)}
          >
            <ListItemIcon>
              {picked.isShown(column) ? (
                <OnIcon color="primary" fontSize="small" />
              ) : (
                <OffIcon fontSize="small" />
              )}
            </ListItemIcon>
            <ListItemText>{say(column.label)}</ListItemText>
          </MenuItem>
        ))}
        <Divider />
        <MenuItem dense onClick={picked.reset}>
          {t('ojeomneo.list.columnsReset')}
        </MenuItem>
      </Menu>
    </>
  );
}
