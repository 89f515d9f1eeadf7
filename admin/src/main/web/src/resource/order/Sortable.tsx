import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  type Modifier,
  PointerSensor,
  closestCenter,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

interface Props {
  /** Of the rows, in their order. */
  ids: string[];
  nameOf: (id: string) => string;
  onMove: (from: number, to: number) => void;
  disabled?: boolean;
  children: ReactNode;
}

/** Rows in here (`useMovable`) are put in order by dragging: by pointer, by touch and by keyboard. */
export function Sortable({ ids, nameOf, onMove, disabled = false, children }: Props) {
  const t = useTranslate();
  const sensors = useSensors(
    // Who only presses the grip does not drag yet.
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );

  const say = (what: string, id: string | number, place: string | number = id) =>
    t(`ojeomneo.drag.${what}`, {
      name: nameOf(String(id)),
      place: ids.indexOf(String(place)) + 1,
      of: ids.length,
    });
  const announcements: Announcements = {
    onDragStart: ({ active }) => say('lifted', active.id),
    onDragOver: ({ active, over }) => say('over', active.id, over?.id),
    onDragEnd: ({ active, over }) => say('dropped', active.id, over?.id),
    onDragCancel: ({ active }) => say('left', active.id),
  };

  function put({ active, over }: DragEndEvent) {
    const from = ids.indexOf(String(active.id));
    const to = over === null ? from : ids.indexOf(String(over.id));
    if (from !== to) {
      onMove(from, to);
    }
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[upAndDown]}
      onDragEnd={put}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: t('ojeomneo.drag.how') },
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy} disabled={disabled}>
        {children}
      </SortableContext>
    </DndContext>
  );
}

const upAndDown: Modifier = ({ transform }) => ({ ...transform, x: 0 });
