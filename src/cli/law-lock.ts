import { version } from 'virtual:package';
import type { Lock, LockedTable } from '../customs/lock.ts';
import { bundledManifest } from '../io/bundled-law.ts';
import { digest } from '../io/files.ts';
import type { LoadedLaw } from './load-law.ts';

/** What a run rests on, by digests: its tables, and what is beside them: the territory, countries and known numbers. */
export function lockOf({ law, runTables, knownOn }: LoadedLaw): Lock {
  const { jurisdiction, tables } = law.schedule;
  const { countries, numbers } = bundledManifest();
  const locked = runTables.map(({ id, sha256 }): LockedTable => {
    const overlays = tables.find(({ regime }) => regime === id)?.source.overlays ?? [];
    return { id, sha256, overlays: overlays.map((overlay) => overlay.sha256) };
  });
  const territory = bundledManifest().jurisdictions.find(({ id }) => id === jurisdiction.id);
  const lists = digest([JSON.stringify([territory, countries, numbers])]);
  const law256 = digest([JSON.stringify([jurisdiction.id, lists, knownOn, locked])]);
  return { toolVersion: version, jurisdiction: jurisdiction.id, law: law256, lists, tables: locked };
}
