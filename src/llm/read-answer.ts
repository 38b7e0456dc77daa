/**
 * The JSON object in a model's text: as it stands; without a code fence; the first balanced object; with trailing commas
 * taken out. Undefined where there is none.
 */
export function readObject(content: string): unknown {
  const text = content.trim();
  for (const candidate of [text, withoutFence(text), balancedObject(text)]) {
    if (!candidate?.startsWith('{')) continue;
    const value = parse(candidate) ?? parse(candidate.replace(/,\s*([}\]])/g, '$1'));
    if (value !== undefined) return value;
  }
  return undefined;
}

/**
 * The whole objects inside the first array of a text that was cut off: what a truncated answer still holds.
 */
export function wholeItems(content: string): readonly unknown[] {
  const start = content.indexOf('[');
  if (start < 0) return [];
  const items: unknown[] = [];
  for (let at = content.indexOf('{', start); at >= 0; ) {
    const end = endOfObject(content, at);
    if (end < 0) break;
    const value = parse(content.slice(at, end));
    if (value !== undefined) items.push(value);
    at = content.indexOf('{', end);
  }
  return items;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withoutFence(text: string): string | undefined {
  return /```(?:json)?\s*([\s\S]*?)```/i.exec(text)?.[1]?.trim();
}

function balancedObject(text: string): string | undefined {
  const start = text.indexOf('{');
  if (start < 0) return undefined;
  const end = endOfObject(text, start);
  return end < 0 ? undefined : text.slice(start, end);
}

/** The place behind the brace that closes the one at `start`; -1 where none does. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '\\') i++;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return i + 1;
  }
  return -1;
}
