import type { ComponentType } from 'react';

/** Something that can be chosen: a place to go to, or something to do. */
export interface Entry {
  key: string;
  /** The heading that it stands under. */
  group: string;
  label: string;
  /** What tells it from others of its name. */
  aside?: string;
  icon: ComponentType;
  /** More words that find it: those of the other language. */
  words: readonly string[];
  to?: string;
  run?: () => void;
}
