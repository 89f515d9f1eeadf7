import { createContext, useContext } from 'react';
import type { Resource } from '../api/schema';

const Declared = createContext<readonly Resource[]>([]);

/** The resources that this person may read. */
export const DeclaredProvider = Declared.Provider;

export function useDeclared(): readonly Resource[] {
  return useContext(Declared);
}

export function useResource(name: string): Resource | undefined {
  return useDeclared().find((resource) => resource.name === name);
}
