import { useEffect, useRef } from 'react';
import { useStore } from 'react-admin';
import { useLocation, useNavigate } from 'react-router-dom';
import { useDeclared } from '../resource/declared';
import {
  focusForm,
  focusSearch,
  isAmongRows,
  isCarrying,
  isCovered,
  moveAmongRows,
  saveForm,
} from './page';
import { PLACES } from './places';
import { sequences, strokeOf, takesLetters } from './strokes';

interface Wishes {
  find: () => void;
  help: () => void;
}

const FIRST = new Set(['g']);

/** Whether single letters do something: whoever speaks to their computer, or leans on keys, may turn that off. */
export function useLettersOn() {
  return useStore('letters', true);
}

/** The keys of `ShortcutsDialog`, on every page. What nothing was done for goes on to the browser. */
export function useShortcuts({ find, help }: Wishes) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const resources = useDeclared();
  const [letters] = useLettersOn();
  const name = pathname.split('/')[1];
  const making = resources.find((each) => each.name === name && each.can.create);

  function act(keys: string): boolean {
    switch (keys) {
      case '?':
        help();
        return true;
      case '/':
        return focusSearch();
      case 'n':
        if (making !== undefined) {
          void navigate(`/${making.name}/create`);
        }
        return making !== undefined;
      case 'j':
        return moveAmongRows(1);
      case 'k':
        return moveAmongRows(-1);
      case 'ArrowDown':
        return isAmongRows() && moveAmongRows(1);
      case 'ArrowUp':
        return isAmongRows() && moveAmongRows(-1);
      case 'e':
        return focusForm();
      default:
        return go(keys);
    }
  }

  function go(keys: string): boolean {
    const path = PLACES.find(([letter]) => keys === `g ${letter}`)?.[1];
    if (path !== undefined) {
      void navigate(path);
    }
    return path !== undefined;
  }

  const current = useRef({ act, find, letters });
  useEffect(() => {
    current.current = { act, find, letters };
  });
  useEffect(() => {
    const read = sequences(FIRST);
    function press(event: KeyboardEvent) {
      const stroke = event.defaultPrevented ? undefined : strokeOf(event);
      if (stroke !== undefined && done(stroke, event)) {
        event.preventDefault();
      }
    }
    function done(stroke: string, event: KeyboardEvent): boolean {
      const { act: actOn, find: open, letters: on } = current.current;
      const covered = isCovered();
      if (stroke === 'mod+k') {
        if (!covered) {
          open();
        }
        return true;
      }
      if (covered) {
        return false;
      }
      if (stroke === 'mod+s') {
        return saveForm();
      }
      if (takesLetters(event.target) || stroke.startsWith('mod+') || isCarrying()) {
        return false;
      }
      const arrow = stroke.startsWith('Arrow');
      return (on || arrow) && actOn(read(stroke, event.timeStamp));
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
