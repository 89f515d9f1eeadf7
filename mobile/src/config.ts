/** What staff decide without a new version of the app. */
import { computed, signal } from '@preact/signals';
import { answer, open } from './api/client';
import type { AppConfig } from './api/schema';
import { installation } from './installation';
import { shell } from './shell';

export const VERSION = '1.0.0';

export const config = signal<AppConfig | null>(null);

/** Whether it was asked for once, with or without an answer. */
export const asked = signal(false);

export async function loadConfig(): Promise<AppConfig> {
  try {
    const loaded = await answer(
      open.GET('/config', {
        params: { query: { platform: shell.platform, version: VERSION, device: installation() } },
      }),
    );
    config.value = loaded;
    return loaded;
  } finally {
    asked.value = true;
  }
}

/** A text among the settings; undefined where staff have set none. */
export function textSetting(name: string): string | undefined {
  const value = config.value?.settings[name];
  return typeof value === 'string' ? value : undefined;
}

export const updateRequired = computed(() => config.value?.updateRequired ?? false);
