import { writeFileSync } from 'node:fs';
import { PACKS } from '../src/packs/registry.ts';
import { configJsonSchema } from '../src/runtime/config.ts';

// Writes schemas/config.schema.json, which editors check a config with. A test holds it against the code.
writeFileSync('schemas/config.schema.json', `${JSON.stringify(configJsonSchema(PACKS), null, 2)}\n`);
