import RemoveIcon from '@mui/icons-material/RemoveCircleOutlined';
import { Box, IconButton, MenuItem, Stack, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { InvitedRole } from '../api/schema';
import { ReferencePicker } from '../resource/input/ReferencePicker';

export type RoleChoice = Pick<InvitedRole, 'role'> & { storeId: string | null };

const ROLES: RoleChoice['role'][] = ['OWNER', 'MANAGER', 'SHOP_STAFF', 'SUPPORT', 'VIEWER'];

/** As the API has it. */
export function invitedRole({ role, storeId }: RoleChoice): InvitedRole {
  return storeId === null ? { role } : { role, storeId };
}

/** A role, and of shop staff the shop. */
export function RoleFields({
  value,
  onChange,
  onRemove,
}: {
  value: RoleChoice;
  onChange: (value: RoleChoice) => void;
  onRemove?: () => void;
}) {
  const t = useTranslate();
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'start' }}>
      <TextField
        select
        size="small"
        label={t('ojeomneo.staff.role')}
        value={value.role}
        onChange={(event) =>
          onChange({ role: event.target.value as RoleChoice['role'], storeId: null })
        }
        sx={{ minWidth: 160 }}
      >
        {ROLES.map((role) => (
          <MenuItem key={role} value={role}>
            {t(`ojeomneo.profile.role.${role}`)}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ flex: 1 }}>
        {value.role === 'SHOP_STAFF' && (
          <ReferencePicker
            reference="stores"
            label={t('ojeomneo.staff.shop')}
            value={value.storeId}
            onChange={(storeId) => onChange({ ...value, storeId })}
            required
          />
        )}
      </Box>
      {onRemove !== undefined && (
        <IconButton aria-label={t('ojeomneo.staff.removeRole')} onClick={onRemove}>
          <RemoveIcon />
        </IconButton>
      )}
    </Stack>
  );
}
