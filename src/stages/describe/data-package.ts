import type { DatasetSummary, FileEntry } from '../../core/dataset.ts';
import type { Column, TableSchema } from '../../core/record.ts';
import { byPath, tablesOf } from './tables.ts';
import { datasetName, LICENCE, SYNTHETIC } from './words.ts';

/** The dataset as a Frictionless data package, version 2: one resource for each file, with size, hash and schema. */
export function describeDataPackage(summary: DatasetSummary): Readonly<Record<string, unknown>> {
  const tables = tablesOf(summary);
  const described = tables.flatMap(({ schema, files }) => files.map((file) => tableResource(file, schema, summary)));
  const known = new Set(described.map(({ path }) => path));
  const others = summary.files.filter(({ path }) => !known.has(path)).sort(byPath);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: datasetName(summary),
    title: summary.title,
    description: `${summary.description} ${SYNTHETIC}`,
    version: summary.packVersion,
    licenses: [{ name: LICENCE.id.toUpperCase(), path: LICENCE.url, title: LICENCE.title }],
    contributors: [{ title: 'The Fabula Authors', roles: ['creator'] }],
    keywords: ['synthetic', 'tabular', 'text', summary.packId],
    resources: [...described, ...others.map((file) => fileResource(file))],
  };
}

function fileResource({ path, bytes, sha256 }: FileEntry) {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  return {
    name: path
      .slice(0, -ending.length - 1)
      .replaceAll('/', '-')
      .toLowerCase(),
    path,
    format: ending,
    bytes,
    hash: `sha256:${sha256}`,
  };
}

function tableResource(file: FileEntry, schema: TableSchema, { format }: DatasetSummary) {
  return {
    ...fileResource(file),
    type: 'table',
    mediatype: format.mediaType,
    ...(format.id === 'parquet' ? {} : { encoding: 'utf-8' }),
    schema: {
      fields: schema.columns.map((column, i) => fieldOf(column, i === 0)),
      primaryKey: [schema.columns[0]?.name],
      missingValues: [''],
    },
  };
}

function fieldOf({ name, type, description, enum: values, minimum, maximum }: Column, isKey: boolean) {
  const constraints = {
    ...(isKey ? { required: true, unique: true } : {}),
    ...(values ? { enum: values } : {}),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
  const words = type === 'boolean' ? { trueValues: ['True', 'true'], falseValues: ['False', 'false'] } : {};
  return { name, type, description, ...words, ...(Object.keys(constraints).length > 0 ? { constraints } : {}) };
}
