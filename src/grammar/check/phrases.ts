import type { PhraseRule } from './context.ts';

const plain = (words: string) =>
  new RegExp(
    `\\b(?:${words
      .trim()
      .split(/\s*\|\s*/)
      .join('|')})\\b`,
    'i',
  );

/** Phrases that may not stand in a template: worn-out ones anywhere, words that give the label away in the story itself. */
export const PHRASES: readonly PhraseRule[] = [
  {
    rule: 'worn-out',
    pattern: plain(
      `overwhelm(?:ed|ing)? | (?:has|have|had|is|was|been|be)? ?tak(?:en|ing) (?:a|its|their) toll | took (?:a|its|their) toll
      | navigat(?:e|es|ed|ing) | toxic (?:environment|workplace|culture|work) | at the end of the day
      | (?:like )?I(?:'m| am) drowning | roller ?coaster | wake-?up call | testament | tapestry | delv(?:e|es|ed|ing)
      | it(?:'s| is) not (?:just|only) [^.,;]+, it(?:'s| is)`,
    ),
    hint: 'say it with a particular: a time, an object, what somebody did',
  },
  {
    rule: 'label-word',
    pattern:
      /suicid|\bptsd\b|breakdown|\bcris[ie]s\b|devastat|unbearabl|supportive|helpful|positive|\bthriv(?:e|es|ed|ing)\b|excellent/i,
    questions: ['q24'],
    hint: 'let what happened say it: this word gives the label away',
  },
  {
    rule: 'label-word',
    pattern: /\btoxic\b/i,
    hint: 'let what happened say it: this word gives the label away',
  },
];
