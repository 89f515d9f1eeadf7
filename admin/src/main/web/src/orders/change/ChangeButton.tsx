import AddIcon from '@mui/icons-material/Add';
import SwapIcon from '@mui/icons-material/SwapHoriz';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Dossier, DossierLine as Line } from '../../api/schema';
import { leftOf } from '../refundable';
import { ChangeDialog } from './ChangeDialog';
import { isChangeable } from './difference';

interface Props {
  dossier: Dossier;
  /** What is to be replaced; absent for something more. */
  line?: Line;
  onAnswer: (dossier: Dossier) => void;
  onStale: () => void;
}

/** The dialog stays when the order has moved on meanwhile, and says so. */
export function ChangeButton({ dossier, line, onAnswer, onStale }: Props) {
  const t = useTranslate();
  const [asked, setAsked] = useState<{ line?: Line }>();
  const word = (key: string) => t(`ojeomneo.counter.change.${key}`, { name: line?.name });
  return (
    <>
      {isChangeable(dossier) && (line === undefined || leftOf(line) > 0) && (
        <Button
          size="small"
          variant={line === undefined ? 'outlined' : 'text'}
          startIcon={line === undefined ? <AddIcon /> : <SwapIcon />}
          aria-label={line === undefined ? undefined : word('swapOf')}
          onClick={() => setAsked({ line })}
        >
          {word(line === undefined ? 'add' : 'swap')}
        </Button>
      )}
      {asked !== undefined && (
        <ChangeDialog
          dossier={dossier}
          line={asked.line}
          onAnswer={onAnswer}
          onStale={onStale}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
