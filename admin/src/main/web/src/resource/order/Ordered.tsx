import type { ReactNode } from 'react';
import type { Resource } from '../../api/schema';
import { titleOf } from '../value/text';
import { useWording } from '../value/useWording';
import { Sortable } from './Sortable';
import type { ListOrder } from './useListOrder';

interface Props {
  resource: Resource;
  order: ListOrder;
  children: ReactNode;
}

/** Around the rows of a list, where they can be dragged. */
export function Ordered({ resource, order, children }: Props) {
  const words = useWording();
  const rows = order.rows ?? [];
  if (!order.movable) {
    return children;
  }
  return (
    <Sortable
      ids={rows.map(({ id }) => id)}
      nameOf={(id) => {
        const row = rows.find((each) => each.id === id);
        return row === undefined ? id : titleOf(resource, row, words);
      }}
      onMove={order.move}
      disabled={order.isSaving}
    >
      {children}
    </Sortable>
  );
}
