import { FormControlLabel, Switch, type SwitchProps } from '@mui/material';
import { useEffect, useState } from 'react';

interface Props {
  label: string;
  color: SwitchProps['color'];
  checked: boolean;
  /** Whether it was done. */
  onChange: (next: boolean) => Promise<boolean>;
}

/** Moves under the finger, and back only when it was refused: who sees nothing move touches it again. */
export function Toggle({ label, color, checked, onChange }: Props) {
  const [wanted, setWanted] = useState<boolean | null>(null);
  useEffect(() => {
    if (wanted === checked) {
      setWanted(null);
    }
  }, [wanted, checked]);
  async function change(next: boolean) {
    setWanted(next);
    if (!(await onChange(next))) {
      setWanted(null);
    }
  }
  return (
    <FormControlLabel
      sx={{ minHeight: 48, width: '100%', m: 0, px: 1 }}
      control={
        <Switch
          color={color}
          checked={wanted ?? checked}
          onChange={(_, next) => void change(next)}
        />
      }
      label={label}
    />
  );
}
