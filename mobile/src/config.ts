/** What staff decide without a new version of the app. */
import { computed, signal } from '@preact/signals';
import { answer, open } from './api/client';
import type { AppConfig } from './api/schema';

export const VERSION = '1.0.0';

export const config = signal<AppConfig | null>(null);

export async function loadConfig(): Promise<AppConfig> {
  const loaded = await answer(
    open.GET('/config', { params: { query: { platform: 'web', version: VERSION } } }),
  );
  config.value = loaded;
  return loaded;
}

/** A text among the settings; undefined where staff have set none. */
export function textSetting(name: string): string | undefined {
  const value = config.value?.settings[name];
  return typeof value === 'string' ? value : undefined;
}

export const updateRequired = computed(() => config.value?.updateRequired ?? false);
