import { Box, Link as MuiLink } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { recordPath } from '../api/data';
import type { Row } from '../api/schema';
import { useResource } from '../resource/declared';
import { RevealButton } from '../resource/record/RevealButton';
import { plain } from '../resource/value/text';
import type { Customer } from '../api/schema';
import { Quiet } from './Section';

/** Who ordered: masked, until somebody who may says why they want to know. */
export function CustomerFact({ customer }: { customer: Customer }) {
  const t = useTranslate();
  const users = useResource('users');
  const [revealed, setRevealed] = useState<Row>();
  const shown = revealed === undefined ? customer.displayName : plain(revealed.displayName);
  const email = revealed === undefined ? customer.email : plain(revealed.email);
  const name = shown === '' ? t('ojeomneo.order.facts.nameless') : shown;
  return (
    <>
      {users === undefined ? (
        name
      ) : (
        <MuiLink component={Link} to={recordPath('users', customer.id)}>
          {name}
        </MuiLink>
      )}
      {email !== null && email !== '' && <Quiet>{email}</Quiet>}
      {customer.guest && <Quiet>{t('ojeomneo.order.facts.guest')}</Quiet>}
      {customer.deletedAt !== null && <Quiet>{t('ojeomneo.order.facts.left')}</Quiet>}
      {users?.can.reveal === true && customer.deletedAt === null && (
        <Box sx={{ ml: -1 }}>
          <RevealButton
            resource={users}
            id={customer.id}
            revealed={revealed}
            onReveal={setRevealed}
          />
        </Box>
      )}
    </>
  );
}
