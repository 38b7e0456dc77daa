import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatasetError, UsageError } from '../core/errors.ts';
import type { Job } from './job.ts';
import type { LoadedPack } from './load-pack.ts';

/** What reading a dataset needs of its manifest. */
export interface Manifest {
  /** The job, and the hash of the templates that told it. */
  readonly config: Job & { readonly templates: string };
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly rows?: number;
  }[];
}

/** Reads the manifest of a dataset folder. Throws `UsageError` where there is none, `DatasetError` where it cannot be read. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, 'manifest.json');
  if (!existsSync(folder))
    throw new UsageError('no-folder', `there is no folder ${folder}`, {
      at: folder,
      hint: 'name the folder that fabula generate wrote',
    });
  if (!existsSync(path))
    throw new UsageError('no-manifest', `${folder} holds no manifest.json`, {
      at: folder,
      hint: existsSync(join(folder, '.fabula'))
        ? 'its run was interrupted: go on with fabula generate --resume'
        : 'name the folder that fabula generate wrote',
    });
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    if (typeof manifest.config?.pack === 'string' && Array.isArray(manifest.files)) return manifest;
  } catch {
    // Falls through to the one error for both.
  }
  throw new DatasetError('bad-manifest', 'the manifest cannot be read', {
    at: path,
    hint: 'restore it, or write the dataset anew',
  });
}

/** The job of a dataset as the run had it: a manifest keeps its keys sorted, and the order of weights decides rows. */
export function jobOf({ config }: Manifest, { pack, data }: LoadedPack): Job {
  const { templates: _templates, ...job } = config;
  return { ...job, settings: pack.parseConfig(job.settings, data) };
}

/** Refuses to make rows of a dataset again with templates other than its own. */
export function assertSameTemplates(folder: string, manifest: Manifest, { source }: LoadedPack): void {
  const { templates } = manifest.config;
  if (source.hash === templates) return;
  throw new DatasetError(
    'other-templates',
    `the dataset was made with templates ${templates.slice(0, 12)}, this version has ${source.hash.slice(0, 12)}`,
    {
      at: join(folder, 'manifest.json'),
      hint: 'use the version of the tool that the manifest names',
    },
  );
}
