import type { DatasetSummary, FileEntry } from '../../core/dataset.ts';
import type { Column, ColumnType } from '../../core/record.ts';
import { CROISSANT_CONTEXT } from './croissant-context.ts';
import { responsibleUse } from './responsible-use.ts';
import { type DatasetTable, tablesOf } from './tables.ts';
import { citation, datasetName, LICENCE, SYNTHETIC } from './words.ts';

const DATA_TYPE: Readonly<Record<ColumnType, string>> = {
  string: 'sc:Text',
  integer: 'sc:Integer',
  number: 'sc:Float',
  boolean: 'sc:Boolean',
  date: 'sc:Date',
};

/**
 * The dataset in MLCommons Croissant 1.1 with the RAI vocabulary. It bears no date of publication: that is for whoever
 * publishes it to add.
 */
export function describeCroissant(summary: DatasetSummary): Readonly<Record<string, unknown>> {
  const tables = tablesOf(summary);
  return {
    '@context': CROISSANT_CONTEXT,
    '@type': 'sc:Dataset',
    name: datasetName(summary),
    alternateName: summary.title,
    description: `${summary.description} ${SYNTHETIC} ${summary.warning}`,
    conformsTo: ['http://mlcommons.org/croissant/1.1', 'http://mlcommons.org/croissant/RAI/1.0'],
    license: LICENCE.url,
    creator: { '@type': 'sc:Organization', name: 'The Fabula Authors' },
    version: semanticVersion(summary.packVersion),
    citeAs: citation(summary),
    keywords: ['synthetic', 'tabular', 'text', summary.packId],
    inLanguage: 'en',
    isLiveDataset: false,
    ...responsibleUse(summary),
    distribution: tables.flatMap((table) => [
      ...table.files.map((file) => fileObject(file, summary)),
      fileSet(table, summary),
    ]),
    recordSet: [splitRecords(summary), ...tables.map((table) => records(table, summary))],
  };
}

/** Finds the split in a path below the folder or anywhere; it finds it again in what it found, because readers apply it twice. */
function splitPattern(names: readonly string[]): string {
  return `^(?:.*/)?(${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?:/.*)?$`;
}

function fileObject({ path, bytes, sha256 }: FileEntry, summary: DatasetSummary) {
  return {
    '@type': 'cr:FileObject',
    '@id': path,
    name: path,
    contentUrl: path,
    contentSize: `${bytes} B`,
    encodingFormat: encodingFormat(summary),
    sha256,
  };
}

function fileSet({ schema, glob }: DatasetTable, summary: DatasetSummary) {
  return {
    '@type': 'cr:FileSet',
    '@id': `${schema.name}-files`,
    name: `${schema.name}-files`,
    description: `All files of ${schema.name}.`,
    encodingFormat: encodingFormat(summary),
    includes: glob,
  };
}

/** Croissant knows JSON Lines by the older of its names. */
function encodingFormat({ format }: DatasetSummary): string {
  return format.id === 'jsonl' ? 'application/jsonlines' : format.mediaType;
}

function splitRecords(summary: DatasetSummary) {
  return {
    '@type': 'cr:RecordSet',
    '@id': 'splits',
    name: 'splits',
    description: 'The splits of the rows.',
    dataType: 'cr:Split',
    key: { '@id': 'splits/name' },
    field: [
      { '@type': 'cr:Field', '@id': 'splits/name', name: 'name', dataType: 'sc:Text' },
      { '@type': 'cr:Field', '@id': 'splits/url', name: 'url', dataType: ['sc:URL', 'wd:Q7397'] },
    ],
    data: summary.splits.map(({ name }) => ({ 'splits/name': name, 'splits/url': splitType(name) })),
  };
}

function splitType(name: string): string {
  if (/^(validation|valid|val|dev)$/.test(name)) return 'cr:ValidationSplit';
  return /^(test|eval|holdout)$/.test(name) ? 'cr:TestSplit' : 'cr:TrainingSplit';
}

function records({ role, schema, splits }: DatasetTable, summary: DatasetSummary) {
  const fileSetOf = { fileSet: { '@id': `${schema.name}-files` } };
  const field = (column: Column) => ({
    '@type': 'cr:Field',
    '@id': `${schema.name}/${column.name}`,
    name: column.name,
    description: column.description,
    dataType: DATA_TYPE[column.type],
    source: { ...fileSetOf, extract: { column: column.name } },
  });
  const split = {
    '@type': 'cr:Field',
    '@id': `${schema.name}/split`,
    name: 'split',
    description: 'The split that the row is in.',
    dataType: 'sc:Text',
    source: {
      ...fileSetOf,
      extract: { fileProperty: 'fullpath' },
      transform: { regex: splitPattern(summary.splits.map(({ name }) => name)) },
    },
    references: { field: { '@id': 'splits/name' } },
  };
  return {
    '@type': 'cr:RecordSet',
    '@id': schema.name,
    name: schema.name,
    description: DESCRIPTION[role],
    key: { '@id': `${schema.name}/${schema.columns[0]?.name}` },
    field: [...(splits.length > 0 ? [split] : []), ...schema.columns.map(field)],
  };
}

const DESCRIPTION = {
  data: 'The rows.',
  labels: 'The labels of the rows.',
  truth: 'The hidden facts behind the rows; never needed to train.',
} as const;

/** The version of a pack with the numbers that it leaves out. */
function semanticVersion(version: string): string {
  const [major = '0', minor = '0', patch = '0'] = version.split('.');
  return `${major}.${minor}.${patch}`;
}
