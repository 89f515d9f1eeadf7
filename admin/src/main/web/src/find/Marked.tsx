import { Box } from '@mui/material';
import { Fragment } from 'react';
import { marks } from './match';

/** A text, with what was typed visible in it. */
export function Marked({ text, typed }: { text: string; typed: string }) {
  let at = 0;
  const parts = marks(text, typed).flatMap(([start, end]) => {
    if (start < at) {
      return [];
    }
    const before = text.slice(at, start);
    at = end;
    return [{ before, meant: text.slice(start, end), start }];
  });
  return (
    <>
      {parts.map(({ before, meant, start }) => (
        <Fragment key={start}>
          {before}
          <Box component="mark" sx={mark}>
            {meant}
          </Box>
        </Fragment>
      ))}
      {text.slice(at)}
    </>
  );
}

const mark = {
  color: 'inherit',
  backgroundColor: 'transparent',
  fontWeight: 750,
  textDecoration: 'underline',
  textDecorationColor: (theme: { palette: { primary: { main: string } } }) =>
    theme.palette.primary.main,
  textUnderlineOffset: 4,
};
