import BackIcon from '@mui/icons-material/ArrowBack';
import { Link as MuiLink } from '@mui/material';
import { Link } from 'react-router-dom';
import type { Resource } from '../../api/schema';
import { useWords } from '../value/useWording';

/** To the list as it was left: its filters are remembered. */
export function BackToList({ resource }: { resource: Resource }) {
  const say = useWords();
  return (
    <MuiLink component={Link} to={`/${resource.name}`} color="textSecondary" sx={link}>
      <BackIcon sx={{ fontSize: 16 }} />
      {say(resource.label)}
    </MuiLink>
  );
}

const link = { display: 'inline-flex', alignItems: 'center', gap: 0.5, fontSize: 14, mb: 0.5 };
