// All adapters. A new site is a new file in this folder: it is found, nothing is registered.
import type { Adapter } from '../page/adapter';

const modules = import.meta.glob<Adapter>(['./*.ts', '!./index.ts', '!./*.test.ts'], {
  eager: true,
  import: 'default',
});

/** Every adapter, in the order of their file names. */
export const adapters: readonly Adapter[] = Object.values(modules);

/** Match patterns of all adapters for the manifest, each once. */
export const allMatches: string[] = [...new Set(adapters.flatMap((adapter) => adapter.matches))].sort();

/** Pages that a site shows in frames of its own (modules/frame-scripts.ts). */
export const frameMatches: string[] = adapters.flatMap(({ frames }) => frames ?? []).sort();
