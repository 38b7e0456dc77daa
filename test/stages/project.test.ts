import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/core/record.ts';
import type { Pack } from '../../src/packs/pack.ts';
import { workplace } from '../../src/packs/workplace/index.ts';
import { openLabels, openView } from '../../src/stages/project.ts';

const PACK: Pack = {
  ...workplace,
  id: 'small',
  table: {
    name: 'answers',
    columns: [
      { name: 'id', type: 'string', description: 'Key.' },
      { name: 'age', type: 'string', enum: ['young', 'old'], description: 'Age.' },
      { name: 'leads', type: 'boolean', description: 'Leads.' },
      { name: 'said', type: 'string', description: 'Text.' },
      { name: 'tier', type: 'string', enum: ['Bad', 'Good'], description: 'Label.' },
    ],
  },
  labels: ['tier'],
  views: {
    default: {
      description: 'All.',
      columns: ['id', 'age', 'leads', 'said', 'tier'].map((name) => ({ name, from: name })),
    },
    dialect: {
      description: 'Others.',
      columns: [
        { name: 'text', from: 'said' },
        { name: 'label', from: 'tier', words: { Bad: 'risky' } },
        { name: 'range', from: 'age', words: { old: '50+' } },
        { name: 'key', from: 'id' },
      ],
    },
  },
};
const ROW: Row = ['a1', 'old', true, 'old', 'Bad'];
const names = ({ table }: { readonly table: Pack['table'] }) => table.columns.map(({ name }) => name);

describe('a view', () => {
  test('of all columns gives the row as it is', () => {
    const view = openView(PACK, 'default', 'inline');
    expect(view.table).toEqual(PACK.table);
    expect(view.project(ROW)).toEqual(ROW);
  });

  test('gives its columns in its order, under its names and in its words, and leaves the row alone', () => {
    const view = openView(PACK, 'dialect', 'inline');
    expect(names(view)).toEqual(['text', 'label', 'range', 'key']);
    expect(view.project(ROW)).toEqual(['old', 'risky', '50+', 'a1']);
    expect(view.project(['a2', 'young', false, 'Bad', 'Good'])).toEqual(['Bad', 'Good', 'young', 'a2']);
    expect(ROW).toEqual(['a1', 'old', true, 'old', 'Bad']);
  });

  test('says its own words in the list of values and keeps type and description', () => {
    const { columns } = openView(PACK, 'dialect', 'inline').table;
    expect(columns[1]).toEqual({ name: 'label', type: 'string', enum: ['risky', 'Good'], description: 'Label.' });
    expect(columns[2]).toEqual({ name: 'range', type: 'string', enum: ['young', '50+'], description: 'Age.' });
    expect(columns[0]).toEqual({ name: 'text', type: 'string', description: 'Text.' });
  });

  test.each(['sidecar', 'none'] as const)('with labels %s has none of them', (labels) => {
    expect(names(openView(PACK, 'default', labels))).toEqual(['id', 'age', 'leads', 'said']);
    const dialect = openView(PACK, 'dialect', labels);
    expect(names(dialect)).toEqual(['text', 'range', 'key']);
    expect(dialect.project(ROW)).toEqual(['old', '50+', 'a1']);
  });

  test('that does not exist is refused with the nearest name, or with all of them', () => {
    expect(() => openView(PACK, 'dialekt', 'inline')).toThrow(
      expect.objectContaining({ code: 'unknown-view', at: 'view', hint: "did you mean 'dialect'?" }),
    );
    expect(() => openView(PACK, 'zzz', 'inline')).toThrow(
      expect.objectContaining({ hint: 'use one of: default, dialect' }),
    );
  });
});

test('labels of their own have the key beside them', () => {
  const labels = openLabels(PACK);
  expect(labels.table.name).toBe('answers_labels');
  expect(names(labels)).toEqual(['id', 'tier']);
  expect(labels.project(ROW)).toEqual(['a1', 'Bad']);
});
