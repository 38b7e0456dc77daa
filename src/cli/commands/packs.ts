import type { Command } from 'commander';
import type { View } from '../../packs/pack.ts';

/** Adds `fabula packs`. */
export function addPacks(program: Command): void {
  const packs = program
    .command('packs')
    .summary('the domains that ship')
    .description('Lists the packs, or describes one: columns, views, settings.')
    .addHelpText('after', '\nExamples:\n  fabula packs list\n  fabula packs describe workplace');
  packs
    .command('list')
    .description('Lists the packs.')
    .option('--json', 'print as JSON')
    .addHelpText('after', '\nExamples:\n  fabula packs list\n  fabula packs list --json')
    .action(async (options: { json?: boolean }) => {
      const [{ PACKS }, { openPrinter, renderTable }] = await Promise.all([
        import('../../packs/registry.ts'),
        import('../print.ts'),
      ]);
      const printer = openPrinter({ json: options.json });
      const rows = PACKS.map(({ id, title, table, views }) => ({
        id,
        title,
        columns: table.columns.length,
        views: Object.keys(views),
      }));
      if (printer.json) printer.data(rows);
      else
        printer.line(
          renderTable([
            ['pack', 'what its rows are', 'columns', 'views'],
            ...rows.map((row) => [row.id, row.title, String(row.columns), row.views.join(', ')]),
          ]),
        );
    });
  packs
    .command('describe')
    .description('Describes a pack: its columns, views, labels and settings.')
    .argument('<pack>', 'its name, such as workplace')
    .option('--json', 'print as JSON')
    .addHelpText('after', '\nExamples:\n  fabula packs describe workplace\n  fabula packs describe workplace --json')
    .action(async (id: string, options: { json?: boolean }) => {
      const [{ packOf }, { widened }, { openPrinter, renderTable, wrap }] = await Promise.all([
        import('../../packs/registry.ts'),
        import('../../runtime/widened.ts'),
        import('../print.ts'),
      ]);
      const printer = openPrinter({ json: options.json });
      const pack = packOf(id);
      const { title, description, table, labels, truthColumns, options: settings, warning } = pack;
      const views = Object.fromEntries(
        Object.keys(pack.views).map((name) => [name, widened(pack, name).views[name] as View]),
      );
      if (printer.json)
        return printer.data({ id, title, description, table, views, labels, truth: truthColumns, settings, warning });
      printer.line(printer.bold(title));
      printer.line(wrap(description, 100, ''));
      printer.line();
      printer.line(
        renderTable([
          ['column', 'type', 'values', 'meaning'],
          ...table.columns.map((column) => [column.name, column.type, valuesOf(column), column.description]),
        ]),
      );
      printer.line();
      printer.line(
        renderTable([
          ['view', 'columns', 'what for'],
          ...Object.entries(views).map(([name, view]) => [name, String(view.columns.length), view.description]),
        ]),
      );
      printer.line();
      printer.line(`labels: ${labels.join(', ')}`);
      printer.line();
      printer.line(
        renderTable([
          ['setting', 'meaning'],
          ...Object.entries(settings as Record<string, { description?: string }>).map(([name, setting]) => [
            name,
            setting.description ?? '',
          ]),
        ]),
      );
      printer.line();
      printer.line(wrap(warning, 100, ''));
    });
}

function valuesOf(column: {
  readonly enum?: readonly (string | number)[];
  readonly minimum?: number | string;
  readonly maximum?: number | string;
}): string {
  if (column.enum) return column.enum.join(' ');
  if (column.minimum !== undefined && column.maximum !== undefined) return `${column.minimum}..${column.maximum}`;
  return '';
}
