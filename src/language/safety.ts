/** What must never stand in a text: methods, plans, notes, harmful wording (docs/template-syntax.md, safety). */
export interface SafetyRule {
  readonly name: string;
  readonly pattern: RegExp;
}

export const SAFETY_RULES: readonly SafetyRule[] = [
  {
    name: 'method',
    pattern:
      /\b(overdos\w*|hang(?:ed|ing)? (?:my|him|her|them)sel(?:f|ves)|noose|slit\w* (?:my|his|her)|cut(?:ting)? myself|shoot (?:my|him|her)self|jump(?:ed|ing)? (?:off|from|in front)(?! (?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b|\w+teen\b|\w+ty\b|(?:the|a|that) (?:call|topic|agenda)\b|task\b|topic\b|tab\b))|step(?:ped|ping)? in front of|drive into(?! (?:work|town|campus|the (?:office|city|lot))\b)|pills? (?:and|to) (?:end|stop)|stockpil\w*|gun to|razor|wrists?\b[^.]{0,20}\b(?:blade|cut))/i,
  },
  { name: 'self-harm', pattern: /\b(self[- ]harm\w*|harm(?:ing)? myself|hurt(?:ing)? myself on purpose)\b/i },
  {
    name: 'intent',
    pattern:
      /\b(suicid\w*|kill(?:ed|ing)? (?:myself|himself|herself|themselves)|end(?:ed|ing)? (?:my|his|her|their) (?:own )?life|end it all|take my (?:own )?life|took (?:his|her|their) own life)\b/i,
  },
  { name: 'note', pattern: /\b(goodbye (?:note|letter)|suicide note|letters? for (?:them|my family) to find)\b/i },
  {
    name: 'wording',
    pattern: /\b(commit(?:ted|ting)? suicide|failed attempt|successful attempt|unsuccessful attempt)\b/i,
  },
  {
    name: 'relief',
    pattern:
      /\b(?:better off (?:dead|without me)|they(?:'d| would) (?:all )?be sorry|only way out(?! of (?:the|that|this|a) (?:room|meeting|lot|office|hall|unit)\b)|finally (?:be )?(?:at )?peace)\b/i,
  },
  {
    // A place that a method goes with, beside despair: a text may be sad, and may stand in a garage, but not both.
    name: 'place',
    pattern:
      /\b(?:cr(?:y|ied|ying)|sob(?:bed|bing)?|bawl(?:ed|ing)?|wept|weeping) (?:\w+ ){0,2}(?:in|on|at|by|from) (?:the|a|my|our) (?:parking )?(?:garage|roof(?:top)?|bridge|ledge|train tracks)\b/i,
  },
  { name: 'hotline', pattern: /\b(?:988|1-800-\d{3}-\d{4}|741741)\b/ },
];

/** The first rule that a text breaks, if any. */
export function findUnsafe(text: string): SafetyRule | undefined {
  return SAFETY_RULES.find((rule) => rule.pattern.test(text));
}

/** Marks of a template that was not filled, or of a value that was not there. */
const LEFTOVER = /[{}<>[\]|~\\]| [ ,.;:?!]|undefined|NaN|(?<!\.)\.\.(?!\.)/;

/** What is left over from templates in a text, if anything. */
export function findLeftover(text: string): string | undefined {
  return LEFTOVER.exec(text)?.[0];
}
