import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { complaintAboutNode, OLDEST_NODE } from '../../bin/check-node.js';

test.each(['22.18.0', '22.18.1', '22.19.0', '23.0.0', '24.21.0', '100.0.0', '25.0.0-nightly2026'])(
  'Node %s will do',
  (version) => {
    expect(complaintAboutNode(version)).toBeNull();
  },
);

test.each(['22.17.9', '22.9.0', '20.20.2', '14.0.0', '4.9.1', '', 'not a version'])('Node %s is refused', (version) => {
  const complaint = complaintAboutNode(version);
  expect(complaint).toContain('npm');
  expect(complaint).not.toContain('\n');
});

test('the oldest Node is the one package.json asks for', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(`${engines.node}.0`).toBe(`>=${OLDEST_NODE}`);
});

test('the entry file imports nothing of ours before the check, and parses as a plain module', () => {
  const entry = readFileSync('bin/fabula.js', 'utf8');
  const imports = [...entry.matchAll(/^import .* from '(.*)';$/gm)].map(([, from]) => from);
  expect(imports).toEqual(['fs', 'module', './check-node.js']);
  execFileSync(process.execPath, ['--check', 'bin/fabula.js']);
});
