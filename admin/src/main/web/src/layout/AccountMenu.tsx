import FilesIcon from '@mui/icons-material/FileDownloadOutlined';
import LogoutIcon from '@mui/icons-material/Logout';
import PersonIcon from '@mui/icons-material/PersonOutlined';
import {
  Avatar,
  Divider,
  IconButton,
  ListItemIcon,
  ListItemText,
  Menu,
  MenuItem,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useComplaint } from '../notice/useComplaint';
import { signOut } from '../session/signing';
import { useSession } from '../session/useSession';

export function AccountMenu() {
  const t = useTranslate();
  const complain = useComplaint();
  const { staff } = useSession();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <IconButton
        aria-label={`${t('ojeomneo.layout.account')}: ${staff.displayName}`}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Avatar sx={{ width: 30, height: 30, fontSize: 14, bgcolor: 'primary.main' }}>
          {staff.displayName.slice(0, 1)}
        </Avatar>
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <MenuItem component={Link} to="/profile" onClick={close}>
          <ListItemIcon>
            <PersonIcon fontSize="small" />
          </ListItemIcon>
          <ListItemText primary={staff.displayName} secondary={staff.email} />
        </MenuItem>
        <MenuItem component={Link} to="/exports" onClick={close}>
          <ListItemIcon>
            <FilesIcon fontSize="small" />
          </ListItemIcon>
          {t('ojeomneo.exports.title')}
        </MenuItem>
        <Divider />
        <MenuItem
          onClick={() => {
            signOut().catch(complain);
          }}
        >
          <ListItemIcon>
            <LogoutIcon fontSize="small" />
          </ListItemIcon>
          {t('ojeomneo.signIn.signOut')}
        </MenuItem>
      </Menu>
    </>
  );
}
