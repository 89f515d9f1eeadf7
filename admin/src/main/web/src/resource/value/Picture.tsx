import BrokenIcon from '@mui/icons-material/ImageNotSupportedOutlined';
import { Box, Link as MuiLink } from '@mui/material';
import { useState } from 'react';
import { plain } from './text';
import { pictureOf } from './picture';

/** A picture of ours; the address of any other is shown as one, since this page loads from its own host only. */
export function Picture({ value, size }: { value: unknown; size: number }) {
  const source = pictureOf(value);
  const [failed, setFailed] = useState<string>();
  if (source === undefined) {
    const address = plain(value);
    return size < 100 ? (
      <BrokenIcon titleAccess={address} sx={{ color: 'text.disabled' }} />
    ) : (
      <MuiLink href={address} target="_blank" rel="noreferrer">
        {address}
      </MuiLink>
    );
  }
  return failed === source ? (
    <Box sx={{ ...box(size), display: 'grid', placeItems: 'center', bgcolor: 'action.hover' }}>
      <BrokenIcon sx={{ color: 'text.disabled' }} />
    </Box>
  ) : (
    <Box
      component="img"
      src={source}
      alt=""
      loading="lazy"
      onError={() => setFailed(source)}
      sx={{ ...box(size), objectFit: 'cover', display: 'block', bgcolor: 'action.hover' }}
    />
  );
}

function box(size: number) {
  return { width: size, height: size, borderRadius: 1 };
}
