import { useState } from 'react';

/** A choice that this browser remembers. */
export function useKept(name: string, initial: string): [string, (value: string) => void] {
  const key = `ojeomneo.board.${name}`;
  const [value, setValue] = useState(() => localStorage.getItem(key) ?? initial);
  return [
    value,
    (next) => {
      localStorage.setItem(key, next);
      setValue(next);
    },
  ];
}
