import { useState } from 'react';
import { ShortcutsDialog } from '../keys/ShortcutsDialog';
import { useShortcuts } from '../keys/useShortcuts';
import { FindButton } from './FindButton';
import { Palette } from './Palette';
import { useRemember } from './useRecent';
import { useScreens } from './useScreens';

/** The button of the header, and what keys do on every page. */
export function Finder() {
  const [open, setOpen] = useState<'palette' | 'shortcuts'>();
  const { screens } = useScreens();
  const close = () => setOpen(undefined);
  useRemember(screens);
  useShortcuts({ find: () => setOpen('palette'), help: () => setOpen('shortcuts') });
  return (
    <>
      <FindButton onClick={() => setOpen('palette')} />
      <Palette open={open === 'palette'} onClose={close} onShortcuts={() => setOpen('shortcuts')} />
      <ShortcutsDialog open={open === 'shortcuts'} onClose={close} screens={screens} />
    </>
  );
}
