/** What is wrong with the input at `optionGroups.0.name`, in the form's own tree of errors. */
export function problemAt(errors: object, path: string): string | undefined {
  let found: unknown = errors;
  for (const part of path.split('.')) {
    found = isTree(found) ? found[part] : undefined;
  }
  return isTree(found) && typeof found.message === 'string' ? found.message : undefined;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
