import { formatOfPath } from '../formats/formats.ts';

/** The names of a file's columns, in their order; a first row is read, so that the file is closed again. */
export async function readColumnNames(path: string): Promise<readonly string[]> {
  const { columns, rows } = await formatOfPath(path).open(path);
  for await (const _ of rows) break;
  return columns;
}
