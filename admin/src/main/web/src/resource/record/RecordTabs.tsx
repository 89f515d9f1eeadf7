import { Box, Tab, Tabs } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';

export interface TabOf {
  name: string;
  label: string;
  content: ReactNode;
  wrong?: boolean;
}

/** Which tab is open stands in the address. */
export function useTab(): [string | null, (name: string) => void] {
  const [query, setQuery] = useSearchParams();
  return [
    query.get('tab'),
    (name) =>
      setQuery(
        (before) => {
          before.set('tab', name);
          return before;
        },
        { replace: true },
      ),
  ];
}

/** Hidden pages stay, with what was typed on them. */
export function RecordTabs({ tabs }: { tabs: TabOf[] }) {
  const t = useTranslate();
  const [wanted, setTab] = useTab();
  const open = tabs.some(({ name }) => name === wanted) ? wanted : (tabs[0]?.name ?? null);
  return (
    <>
      {tabs.length > 1 && (
        <Tabs
          value={open}
          onChange={(_, name: string) => setTab(name)}
          variant="scrollable"
          scrollButtons="auto"
          allowScrollButtonsMobile
          aria-label={t('ojeomneo.layout.menu')}
          sx={{ borderBottom: 1, borderColor: 'divider' }}
        >
          {tabs.map(({ name, label, wrong }) => (
            <Tab
              key={name}
              value={name}
              id={`tab-${name}`}
              aria-controls={`panel-${name}`}
              label={wrong === true ? `${label} •` : label}
              sx={wrong === true ? { color: 'error.main' } : undefined}
            />
          ))}
        </Tabs>
      )}
      {tabs.map(({ name, content }) => (
        <Box
          key={name}
          id={`panel-${name}`}
          role={tabs.length > 1 ? 'tabpanel' : undefined}
          aria-labelledby={tabs.length > 1 ? `tab-${name}` : undefined}
          hidden={name !== open}
          sx={{ pt: tabs.length > 1 ? 2.5 : 0 }}
        >
          {content}
        </Box>
      ))}
    </>
  );
}
