import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  Stack,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import type { Resource, Row } from '../../api/schema';
import { useAct } from '../../profile/useAct';
import { MemberValue, useMemberLabel } from './MemberValue';
import { type Values, formOf } from './changes';
import { type Difference, type Side, compare, resolved } from './conflict';

interface Props {
  resource: Resource;
  base: Row;
  mine: Values;
  theirs: Row;
  /** Saves the form on the version that is there now. */
  onChosen: (form: Values) => Promise<void>;
  onCancel: () => void;
}

/** Somebody else saved first: their value and mine side by side, for whatever differs. Nothing is written over unseen. */
export function ConflictDialog({ resource, base, mine, theirs, onChosen, onCancel }: Props) {
  const t = useTranslate();
  const labelOf = useMemberLabel(resource);
  const { act, busy, refusal } = useAct();
  const { reset } = useFormContext<Values>();
  const conflict = compare(base, mine, theirs);
  const [choices, setChoices] = useState<Record<string, Side>>(() =>
    Object.fromEntries(conflict.mineOnly.map(({ name }) => [name, 'mine'])),
  );
  const undecided = conflict.open.some(({ name }) => choices[name] === undefined);

  function save() {
    void act(async () => {
      const form = resolved(conflict, mine, choices);
      await onChosen(form);
      reset({ ...formOf(resource, theirs, false), ...form });
    });
  }

  return (
    <Dialog open onClose={onCancel} fullWidth maxWidth="md" aria-labelledby="conflict-title">
      <DialogTitle id="conflict-title">{t('ojeomneo.conflict.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2.5}>
          <Typography>{t('ojeomneo.conflict.about')}</Typography>
          {refusal !== null && <Alert severity="error">{refusal}</Alert>}
          {[...conflict.open, ...conflict.mineOnly].map((difference) => (
            <Choice
              key={difference.name}
              resource={resource}
              label={labelOf(difference.name)}
              difference={difference}
              titles={{ ...base.titles, ...theirs.titles }}
              chosen={choices[difference.name] ?? null}
              onChoose={(side) => setChoices({ ...choices, [difference.name]: side })}
            />
          ))}
          {conflict.theirsOnly.length > 0 && (
            <Box>
              <Typography variant="body2" color="textSecondary" gutterBottom>
                {t('ojeomneo.conflict.kept')}
              </Typography>
              {conflict.theirsOnly.map(({ name, theirs: value }) => (
                <Box key={name} sx={{ display: 'flex', gap: 0.75 }}>
                  {labelOf(name)}: <MemberValue resource={resource} name={name} value={value} />
                </Box>
              ))}
            </Box>
          )}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>{t('ojeomneo.conflict.cancel')}</Button>
        <Button variant="contained" disabled={undecided} loading={busy} onClick={save}>
          {t('ojeomneo.conflict.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Choice({
  resource,
  label,
  difference,
  titles,
  chosen,
  onChoose,
}: {
  resource: Resource;
  label: string;
  difference: Difference;
  titles: Record<string, string>;
  chosen: Side | null;
  onChoose: (side: Side) => void;
}) {
  const t = useTranslate();
  const { name } = difference;
  return (
    <RadioGroup
      aria-label={label}
      value={chosen}
      onChange={(_, side) => onChoose(side as Side)}
      sx={{ gap: 1 }}
    >
      <Typography sx={{ fontWeight: 650 }}>{label}</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 1 }}>
        {(['theirs', 'mine'] as const).map((side) => (
          <FormControlLabel
            key={side}
            value={side}
            control={<Radio size="small" />}
            sx={{ ...option, borderColor: chosen === side ? 'primary.main' : 'divider' }}
            label={
              <>
                <Typography variant="caption" color="textSecondary" component="div">
                  {t(`ojeomneo.conflict.${side}`)}
                </Typography>
                <MemberValue
                  resource={resource}
                  name={name}
                  value={difference[side]}
                  title={side === 'theirs' ? titles[name] : undefined}
                />
              </>
            }
          />
        ))}
      </Box>
    </RadioGroup>
  );
}

const option = { border: 1, borderRadius: 2, m: 0, px: 1, py: 0.75, alignItems: 'start' };
