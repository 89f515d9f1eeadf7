import { Screen } from './design/Screen';
import { t } from './i18n';

export function NotFound() {
  return (
    <Screen title={t().notFound}>
      <a class="button primary" href="/">
        {t().goHome}
      </a>
    </Screen>
  );
}
