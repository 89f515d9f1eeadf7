import { Box, Paper, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Brand } from '../layout/Brand';
import { LanguageButton } from '../layout/LanguageButton';
import { ThemeButton } from '../layout/ThemeButton';

/** A page for whoever is not in yet. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100dvh',
        display: 'grid',
        placeItems: 'center',
        p: 2,
        position: 'relative',
      }}
    >
      <Stack direction="row" sx={{ position: 'absolute', top: 12, right: 12 }}>
        <LanguageButton />
        <ThemeButton />
      </Stack>
      <Stack spacing={3} sx={{ width: '100%', maxWidth: 400 }}>
        <Brand />
        <Paper variant="outlined" sx={{ p: { xs: 3, sm: 4 } }}>
          <Typography component="h1" variant="h5" sx={{ mb: 3 }}>
            {title}
          </Typography>
          {children}
        </Paper>
      </Stack>
    </Box>
  );
}
