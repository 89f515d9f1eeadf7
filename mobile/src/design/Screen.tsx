import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n';
import { Icon } from './Icon';
import { isAppBehind } from './trail';

interface Props {
  title: string;
  /** Where back leads when no screen of the app was looked at before. */
  parent?: string;
  /** For a screen with a large title of its own. */
  plain?: boolean;
  /** Beside the title. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}

/** A page: its title is what the window, a screen reader and the top of the page say. */
export function Screen({ title, parent, plain, aside, children }: Props) {
  const { route, back } = useLocation();
  useEffect(() => {
    document.title = `${title} · ${t().appName}`;
  }, [title]);
  return (
    <main class="screen stack">
      {!plain && (
        <div class="top">
          {parent !== undefined && (
            <button
              class="icon-button"
              type="button"
              aria-label={t().back}
              onClick={() => (isAppBehind() ? back() : route(parent, true))}
            >
              <Icon name="back" />
            </button>
          )}
          <h1>{title}</h1>
          {aside}
        </div>
      )}
      {children}
    </main>
  );
}
