#!/usr/bin/env node
// Starts the command line: from the TypeScript sources in a checkout, from dist/ in the published package.
// Node 14.0 does not know `node:` yet, and has to get as far as the check.
import { existsSync } from 'fs';
import * as nodeModule from 'module';
import { complaintAboutNode } from './check-node.js';

const complaint = complaintAboutNode(process.versions.node);
if (complaint !== null) {
  process.stderr.write(`${complaint}\n`);
  process.exitCode = 2;
} else {
  if (nodeModule.enableCompileCache) nodeModule.enableCompileCache();
  const source = new URL('../src/cli/main.ts', import.meta.url);
  const built = new URL('../dist/cli/main.js', import.meta.url);
  import((existsSync(source) ? source : built).href).catch((error) => {
    process.stderr.write(`${error?.stack ? error.stack : String(error)}\n`);
    process.exitCode = 70;
  });
}
