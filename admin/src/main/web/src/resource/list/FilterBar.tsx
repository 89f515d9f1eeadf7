import AddIcon from '@mui/icons-material/FilterList';
import { Button, Chip, Menu, MenuItem, Popover, Stack } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Resource } from '../../api/schema';
import { useWords } from '../value/useWording';
import { FilterEditor } from './FilterEditor';
import { FilterText } from './FilterText';
import { type Filterable, active, filterable, withFilter } from './filters';
import { SearchBox } from './SearchBox';
import { useRows } from './useRows';

/** The search and the filters that are set, each to be changed or removed, and a way to the others. */
export function FilterBar({ resource }: { resource: Resource }) {
  const t = useTranslate();
  const say = useWords();
  const { filters, setFilters } = useRows();
  const [choosing, setChoosing] = useState<HTMLElement | null>(null);
  const [editing, setEditing] = useState<{ column: Filterable; at: HTMLElement }>();
  const all = filterable(resource);
  // Two changes in quick succession: the second must not be made on filters from before the first.
  const latest = useRef(filters);
  useEffect(() => {
    latest.current = filters;
  }, [filters]);
  const set = (name: string, value: unknown) => {
    latest.current = withFilter(latest.current, name, value);
    setFilters(latest.current);
  };
  if (all.length === 0 && !resource.searchable) {
    return null;
  }
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mb: 1.5, alignItems: 'center' }}>
      {resource.searchable && (
        <SearchBox
          label={t('ojeomneo.list.search', { name: say(resource.label) })}
          value={typeof filters.q === 'string' ? filters.q : ''}
          onSearch={(text) => set('q', text)}
        />
      )}
      {active(resource, filters).map((column) => (
        <Chip
          key={column.name}
          color="primary"
          variant="outlined"
          label={
            <>
              {say(column.label)}: <FilterText column={column} value={filters[column.name]} />
            </>
          }
          onClick={(event) => setEditing({ column, at: event.currentTarget })}
          onDelete={() => set(column.name, undefined)}
          sx={{ height: 34, maxWidth: '100%' }}
        />
      ))}
      {all.length > 0 && (
        <Button
          color="secondary"
          startIcon={<AddIcon />}
          aria-haspopup="menu"
          onClick={(event) => setChoosing(event.currentTarget)}
        >
          {t('ojeomneo.list.addFilter')}
        </Button>
      )}
      <Menu anchorEl={choosing} open={choosing !== null} onClose={() => setChoosing(null)}>
        {all.map((column) => (
          <MenuItem
            key={column.name}
            onClick={() => {
              if (choosing !== null) {
                setEditing({ column, at: choosing });
              }
              setChoosing(null);
            }}
          >
            {say(column.label)}
          </MenuItem>
        ))}
      </Menu>
      {editing !== undefined && (
        <Popover
          open
          anchorEl={editing.at}
          onClose={() => setEditing(undefined)}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
          slotProps={{
            paper: {
              role: 'dialog',
              'aria-label': say(editing.column.label),
              sx: { p: 2, width: 320, maxWidth: '100%' },
            },
          }}
        >
          <FilterEditor
            column={editing.column}
            value={filters[editing.column.name]}
            onChange={(value) => set(editing.column.name, value)}
          />
        </Popover>
      )}
    </Stack>
  );
}
