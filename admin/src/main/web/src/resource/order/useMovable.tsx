import { useSortable } from '@dnd-kit/sortable';
import GripIcon from '@mui/icons-material/DragIndicator';
import { IconButton } from '@mui/material';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslate } from 'react-admin';

export interface Movable {
  ref: (node: HTMLElement | null) => void;
  style: CSSProperties;
  /** What it is taken by. */
  grip: ReactNode;
}

/** A row within `Sortable`. */
export function useMovable(id: string, name: string): Movable {
  const t = useTranslate();
  const {
    attributes,
    listeners,
    setNodeRef,
    setActivatorNodeRef,
    transform,
    transition,
    isDragging,
  } = useSortable({ id, attributes: { roleDescription: t('ojeomneo.drag.role') } });
  return {
    ref: setNodeRef,
    style: {
      transform: transform === null ? undefined : `translateY(${Math.round(transform.y)}px)`,
      transition,
      ...(isDragging ? { position: 'relative', zIndex: 1, opacity: 0.85 } : {}),
    },
    grip: (
      <IconButton
        size="small"
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={t('ojeomneo.drag.grip', { name })}
        onClick={(event) => event.stopPropagation()}
        sx={{ cursor: isDragging ? 'grabbing' : 'grab', touchAction: 'none' }}
      >
        <GripIcon fontSize="small" />
      </IconButton>
    ),
  };
}
