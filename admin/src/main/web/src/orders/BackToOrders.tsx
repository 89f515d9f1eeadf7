import { useResource } from '../resource/declared';
import { BackToList } from '../resource/record/BackToList';

export function BackToOrders() {
  const resource = useResource('orders');
  return resource === undefined ? null : <BackToList resource={resource} />;
}
