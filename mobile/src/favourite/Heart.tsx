import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Refused } from '../api/problem';
import { Icon } from '../design/Icon';
import { reason } from '../design/Loaded';
import { t } from '../i18n';
import { isLiked, knowFavourites, like, type Kind } from './favourites';

interface Props {
  kind: Kind;
  id: string;
}

export function Heart({ kind, id }: Props) {
  const failure = useSignal<Refused | null>(null);
  useEffect(() => void knowFavourites(), []);
  const full = isLiked(id);
  const toggle = async () => {
    failure.value = null;
    try {
      await like(kind, id, !full);
    } catch (refused) {
      if (!(refused instanceof Refused)) {
        throw refused;
      }
      failure.value = refused;
    }
  };
  return (
    <span class="row none">
      {failure.value && (
        <span class="bad small" role="alert">
          {reason(failure.value)}
        </span>
      )}
      <button
        class="icon-button heart"
        type="button"
        aria-label={t().favourite}
        aria-pressed={full}
        onClick={() => void toggle()}
      >
        <Icon name="heart" />
      </button>
    </span>
  );
}
