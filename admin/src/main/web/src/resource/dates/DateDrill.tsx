import { Box, Breadcrumbs, Chip, Link as MuiLink, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import type { DatePart, Resource } from '../../api/schema';
import { withFilter } from '../list/filters';
import { useRows } from '../list/useRows';
import { withSeparators } from '../value/number';
import { useWords } from '../value/useWording';
import { type Span, filterOf, isCut, nameOf, spanOf, trailOf } from './spans';
import { useDateParts } from './useDateParts';

/** Years, then the months of one, then the days of one: each sets the list's filter by date. */
export function DateDrill({ resource, dated }: { resource: Resource; dated: string }) {
  const t = useTranslate();
  const say = useWords();
  const language = useLocale();
  const { filters, setFilters } = useRows();
  const span = spanOf(filters[dated]);
  const parts = useDateParts(resource, filters, span);
  const column = resource.columns.find(({ name }) => name === dated);
  const go = (to: Span | undefined) =>
    setFilters(withFilter(filters, dated, to === undefined ? undefined : filterOf(to)));

  const trail = trailOf(span);
  if (trail.length === 0 && (parts === undefined || parts.length === 0)) {
    return null;
  }
  const label = t('ojeomneo.dates.label', {
    column: column === undefined ? '' : say(column.label),
  });
  return (
    <Box component="section" aria-label={label} sx={{ mb: 1.5 }}>
      {trail.length > 0 && (
        <Breadcrumbs aria-label={label} sx={{ fontSize: 14, mb: 0.75 }}>
          <Step text={t('ojeomneo.dates.all')} onClick={() => go(undefined)} />
          {trail.slice(0, -1).map((each) => (
            <Step key={each} text={nameOf(each, language)} onClick={() => go(each)} />
          ))}
          <Typography variant="body2" aria-current="true" sx={{ fontWeight: 650 }}>
            {nameOf(trail[trail.length - 1] ?? '', language)}
          </Typography>
        </Breadcrumbs>
      )}
      {isCut(span) && parts !== undefined && (
        <Box component="ul" sx={list}>
          {parts.map((part) => (
            <li key={part.name}>
              <PartChip
                part={part}
                name={nameOf(part.name, language)}
                onClick={() => go(part.name)}
              />
            </li>
          ))}
        </Box>
      )}
    </Box>
  );
}

function Step({ text, onClick }: { text: string; onClick: () => void }) {
  return (
    <MuiLink component="button" type="button" variant="body2" onClick={onClick}>
      {text}
    </MuiLink>
  );
}

function PartChip({ part, name, onClick }: { part: DatePart; name: string; onClick: () => void }) {
  const t = useTranslate();
  const count = part.count === null ? undefined : withSeparators(part.count);
  return (
    <Chip
      size="small"
      variant="outlined"
      onClick={onClick}
      aria-label={count === undefined ? name : t('ojeomneo.dates.count', { name, count })}
      label={
        <>
          {name}
          {count !== undefined && (
            <Box component="span" sx={{ color: 'text.secondary', ml: 0.5 }}>
              {count}
            </Box>
          )}
        </>
      }
    />
  );
}

const list = { display: 'flex', flexWrap: 'wrap', gap: 0.75, m: 0, p: 0, listStyle: 'none' };
