import type { AgreeFlags } from './commands/label.ts';
export async function runLabelAgree(_a: string, _b: string, _flags: AgreeFlags): Promise<void> {}
