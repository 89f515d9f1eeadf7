import { NotFound } from '../layout/NotFound';
import { useResource } from '../resource/declared';
import { GenericRecord } from '../resource/record/RecordPage';
import { plain } from '../resource/value/text';
import { useParams } from 'react-router-dom';
import { AuditTarget } from './AuditTarget';

/** One entry of the log, and what it is about as it is now. */
export default function AuditEntryPage() {
  const log = useResource('audit_log');
  const { id } = useParams();
  if (log === undefined || id === undefined) {
    return <NotFound />;
  }
  return (
    <GenericRecord
      key={id}
      resource={log}
      id={id}
      notice={(entry) =>
        plain(entry.record) === '' ? null : (
          <AuditTarget
            resource={plain(entry.resource)}
            id={plain(entry.record)}
            deletion={entry.action === 'DELETE' ? entry.id : undefined}
          />
        )
      }
    />
  );
}
