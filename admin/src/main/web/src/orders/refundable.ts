import type { Dossier, DossierLine as Line } from '../api/schema';

/** How many of which line, by its number; lines of which none is wanted may be missing. */
export type Quantities = Readonly<Partial<Record<number, number>>>;

/** How many of a line may still be given back, or replaced. */
export function leftOf({ quantity, refundedQuantity, replacedQuantity }: Line): number {
  return Math.max(0, quantity - refundedQuantity - replacedQuantity);
}

/** What the customer owes for one of a line, its options included; what the shop bore is not part of it. */
export function priceOf({ amount, waived, quantity }: Line): number {
  return Math.trunc((amount - waived) / quantity);
}

/** A whole number of what is left, whatever was typed. */
export function within(line: Line, typed: number): number {
  return Number.isFinite(typed) ? Math.min(leftOf(line), Math.max(0, Math.trunc(typed))) : 0;
}

/** What the chosen ones come to. */
export function totalOf(lines: readonly Line[], chosen: Quantities): number {
  return lines.reduce((sum, line) => sum + priceOf(line) * within(line, chosen[line.line] ?? 0), 0);
}

/** As the API takes them. */
export function wishOf(
  lines: readonly Line[],
  chosen: Quantities,
): { line: number; quantity: number }[] {
  return lines.flatMap((line) => {
    const quantity = within(line, chosen[line.line] ?? 0);
    return quantity === 0 ? [] : [{ line: line.line, quantity }];
  });
}

/** Whether nothing of the payment would be left. */
export function isWhole({ order }: Dossier, amount: number): boolean {
  return amount > 0 && amount === order.refundable;
}
