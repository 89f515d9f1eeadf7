import { useTranslate } from 'react-admin';
import { answer, api } from '../api/http';
import { ReasonDialog } from '../notice/ReasonDialog';

/** Opens the app in a tab of its own, which knows nothing of this one. */
export function ViewDialog({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useTranslate();
  async function open(reason: string) {
    const { url } = await answer(
      api.POST('/api/users/{id}/view', { params: { path: { id } }, body: { reason } }),
    );
    window.open(url, '_blank', 'noopener,noreferrer');
  }
  return (
    <ReasonDialog
      title={t('ojeomneo.staff.view.open')}
      about={t('ojeomneo.staff.view.about')}
      onReason={open}
      onClose={onDone}
    />
  );
}
