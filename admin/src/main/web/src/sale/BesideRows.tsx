import type { Row } from '../api/schema';
import { SalePresets } from './SalePresets';
import { SalePreview } from './SalePreview';

interface Props {
  /** Of the rows within the row. */
  name: string;
  row: Partial<Row>;
  editable: boolean;
}

/** What stands beside the rows in which a dish says when it is sold. */
export function BesideRows({ name, row, editable }: Props) {
  if (name !== 'menuAvailability') {
    return null;
  }
  return (
    <>
      {editable && <SalePresets />}
      {row.id !== undefined && <SalePreview id={row.id} version={row.version} />}
    </>
  );
}
