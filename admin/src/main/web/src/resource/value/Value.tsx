import TrueIcon from '@mui/icons-material/CheckCircleOutlined';
import { Box, Chip, Link as MuiLink, Stack, Tooltip } from '@mui/material';
import { Link } from 'react-router-dom';
import type { Column } from '../../api/schema';
import { recordPath } from '../../api/data';
import { useResource } from '../declared';
import { choiceLabel, list, plain, textOf } from './text';
import { toneOf } from './tone';
import { useWording } from './useWording';
import { Picture } from './Picture';

interface Props {
  column: Column;
  value: unknown;
  /** Of the row that it refers to. */
  title?: string;
  /** In a list: short, and without links of its own beside that of the row. */
  short?: boolean;
}

/** A value as a person reads it. */
export function Value({ column, value, title, short = false }: Props) {
  const words = useWording();
  if (value === null || value === undefined || value === '') {
    return <Nothing />;
  }
  switch (column.type) {
    case 'BOOLEAN':
      return value === true ? <Yes label={words.yes} /> : <Quiet text={words.no} />;
    case 'CHOICE':
      return (
        <Chip
          size="small"
          variant="outlined"
          color={toneOf(plain(value))}
          label={choiceLabel(column, value, words.locale)}
        />
      );
    case 'CHOICES':
    case 'TAGS':
      return <Chips labels={list(value).map((each) => choiceLabel(column, each, words.locale))} />;
    case 'IMAGE':
    case 'IMAGE_URL':
      return <Picture value={value} size={short ? 36 : 160} />;
    case 'REFERENCE':
      return <Reference column={column} value={plain(value)} title={title} short={short} />;
    case 'JSON':
      return <Json value={value} short={short} />;
    case 'ID':
      return (
        <Box component="code" sx={code}>
          {short ? plain(value).slice(-12) : plain(value)}
        </Box>
      );
    case 'LONG_TEXT':
      return (
        <Box component="span" sx={short ? clamp : { whiteSpace: 'pre-wrap' }}>
          {plain(value)}
        </Box>
      );
    default:
      return (
        <Box component="span" sx={short ? oneLine[column.type] : undefined}>
          {textOf(column, value, words)}
        </Box>
      );
  }
}

function Nothing() {
  return (
    <Box component="span" aria-hidden sx={{ color: 'text.disabled' }}>
      –
    </Box>
  );
}

function Quiet({ text }: { text: string }) {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {text}
    </Box>
  );
}

function Yes({ label }: { label: string }) {
  return (
    <Stack component="span" direction="row" sx={{ alignItems: 'center', gap: 0.5 }}>
      <TrueIcon color="success" sx={{ fontSize: 18 }} />
      {label}
    </Stack>
  );
}

function Chips({ labels }: { labels: string[] }) {
  return labels.length === 0 ? (
    <Nothing />
  ) : (
    <Stack component="span" direction="row" sx={{ gap: 0.5, flexWrap: 'wrap' }}>
      {labels.map((label) => (
        <Chip key={label} size="small" label={label} />
      ))}
    </Stack>
  );
}

function Reference({
  column,
  value,
  title,
  short,
}: {
  column: Column;
  value: string;
  title: string | undefined;
  short: boolean;
}) {
  const resource = useResource(column.reference ?? '');
  const text = title ?? value.slice(-12);
  if (resource === undefined || short) {
    return <span>{text}</span>;
  }
  return (
    <MuiLink component={Link} to={recordPath(resource.name, value)}>
      {text}
    </MuiLink>
  );
}

function Json({ value, short }: { value: unknown; short: boolean }) {
  if (short) {
    const text = JSON.stringify(value);
    return (
      <Tooltip title={text.slice(0, 600)}>
        <Box component="code" sx={{ ...code, ...clamp }}>
          {text}
        </Box>
      </Tooltip>
    );
  }
  return (
    <Box component="pre" tabIndex={0} sx={pre}>
      {JSON.stringify(value, null, 2)}
    </Box>
  );
}

const code = {
  fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace',
  fontSize: '0.8125rem',
};
const clamp = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  maxWidth: 320,
};
const pre = {
  ...code,
  m: 0,
  p: 1.5,
  borderRadius: 1,
  bgcolor: 'action.hover',
  overflow: 'auto',
  maxHeight: 320,
};
const nowrap = { whiteSpace: 'nowrap' };
const oneLine: Partial<Record<Column['type'], object>> = {
  INSTANT: nowrap,
  DATE: nowrap,
  TIME: nowrap,
  MONEY: nowrap,
  INTEGER: nowrap,
};
