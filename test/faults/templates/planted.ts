/** One fault: an edit of one file of the base pack, the rule that it breaks, and words of the line where it stands. */
export interface PlantedFault {
  readonly fault: string;
  readonly rule: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Words of the line that the finding names, in `at.file` or the edited file; the edited line by default. */
  readonly at?: { readonly file?: string; readonly line: string };
  /** Other rules that the same edit breaks. */
  readonly also?: readonly string[];
  readonly plannedRows?: number;
}

const grammar = 'grammar.yaml';
const leak = 'north/leak.yaml';
const shared = 'north/shared.yaml';
const story = 'tellings/story.yaml';
const top = { file: grammar, line: 'grammar: small' };
const head = { file: leak, line: 'schema: leak' };
const opening = `beats:\n  setting: ["I work at {org}."]\n  open:\n    - "{event}."\n    - "{did}. `;
const now = '- "{now}."';
const react = '- "{reply}."';

export const PLANTED: readonly PlantedFault[] = [
  // wordings
  {
    fault: 'a word that two wordings replace',
    rule: 'wording-twice',
    file: 'wordings.yaml',
    from: '[nearly, almost], from: [nearly]',
    to: '[someone, some person]',
    at: { line: 'some person' },
  },
  // names
  {
    fault: 'a name that two stories have',
    rule: 'same-name',
    file: 'north/ask.yaml',
    from: 'schema: ask',
    to: 'schema: leak',
  },
  {
    fault: 'an alternation that is never closed',
    rule: 'pattern',
    file: leak,
    from: '[asked|written]',
    to: '[asked|written',
    also: ['unused'],
  },
  { fault: 'a backslash before a letter', rule: 'pattern', file: leak, from: 'rain makes', to: 'rain \\\\w makes' },
  {
    fault: 'a slot that nothing defines',
    rule: 'unknown-name',
    file: leak,
    from: 'burst] in {room}',
    to: 'burst] in {rom}',
  },
  { fault: 'a person that nothing defines', rule: 'unknown-name', file: story, from: 'you will', to: '{bos} will' },
  {
    fault: 'a set that nothing defines',
    rule: 'unknown-set',
    file: leak,
    from: '<twice>',
    to: '<twize>',
    also: ['unused'],
  },
  {
    fault: 'a set inside a set that nothing defines',
    rule: 'unknown-set',
    file: 'sets.yaml',
    from: 'two times',
    to: 'two <timez>',
  },
  {
    fault: 'a form that the fact does not have',
    rule: 'unknown-form',
    file: story,
    from: '{stopped.g}',
    to: '{stopped.x}',
  },
  { fault: 'a form of a slot', rule: 'unknown-form', file: leak, from: 'know {room}', to: 'know {room.o}' },
  {
    fault: 'a form that a person does not have',
    rule: 'unknown-form',
    file: leak,
    from: '{boss} told',
    to: '{boss.x} told',
  },
  {
    fault: 'a form that a computed slot does not have',
    rule: 'unknown-form',
    file: story,
    from: '{org}',
    to: '{org.full}',
  },
  { fault: 'an agreeing verb outside the lexicon', rule: 'unknown-word', file: shared, from: '~says', to: '~sez' },
  { fault: 'a base form outside the lexicon', rule: 'unknown-word', file: shared, from: 'pick up', to: 'picc up' },
  {
    fault: 'a fact kind that does not exist',
    rule: 'unknown-kind',
    file: leak,
    from: '  did:',
    to: '  dit:',
    at: { line: 'I had [asked' },
    also: ['beat-without-telling', 'unreachable'],
  },
  {
    fault: 'loose tails of a fact kind that does not exist',
    rule: 'unknown-kind',
    file: grammar,
    from: 'mix:',
    to: 'loose_tails: {kinds: [replie], share: 0.5, asides: [every], either: [at]}\nmix:',
    at: top,
  },
  { fault: 'a beat that does not exist', rule: 'unknown-beat', file: leak, from: 'open: [', to: 'opening: [' },
  {
    fault: 'an arc with an unknown beat',
    rule: 'unknown-beat',
    file: grammar,
    from: '"body?"',
    to: '"bodi?"',
    at: top,
    also: ['unreachable'],
  },
  {
    fault: 'an arc that does not exist',
    rule: 'unknown-arc',
    file: leak,
    from: '[slide]',
    to: '[slide, sled]',
    at: head,
  },
  {
    fault: 'a question that no arc answers',
    rule: 'unknown-question',
    file: 'north/ask.yaml',
    from: 'q23',
    to: 'q25',
    at: { line: 'schema: ask' },
    also: ['unknown-arc', 'cell-without-story', 'unreachable'],
  },
  {
    fault: 'a condition on an unknown attribute',
    rule: 'unknown-attribute',
    file: shared,
    from: 'not: [sleep]',
    to: 'not: [sleep], when: {rol: cook}',
  },
  {
    fault: 'a condition on a value that the attribute does not have',
    rule: 'unknown-attribute-value',
    file: shared,
    from: 'not: [sleep]',
    to: 'not: [sleep], when: {role: kitchn}',
  },
  {
    fault: 'a header with an unknown tier',
    rule: 'unknown-attribute-value',
    file: 'tellings/wish.yaml',
    from: '[Bad, Good]',
    to: '[Bad, Good, Worse]',
    at: { line: 'tellings: wish' },
  },
  {
    fault: 'an aspect that the kind does not have',
    rule: 'unknown-aspect',
    file: story,
    from: 'reply: speech',
    to: 'reply: speach',
    also: ['take-never-fits'],
  },
  {
    fault: 'a value of an aspect that its kind does not have',
    rule: 'unknown-key',
    file: leak,
    from: '{silence:',
    to: '{quiet:',
    also: ['shape'],
  },
  {
    fault: 'a tag that no value carries',
    rule: 'unknown-tag',
    file: story,
    from: '- "{haunt}."',
    to: '- {say: "{haunt}.", tags: {haunt: [death]}}',
    also: ['take-never-fits'],
  },
  {
    fault: 'a voice that does not exist',
    rule: 'unknown-voice',
    file: story,
    from: 'say: "you will',
    to: 'voice: plane, say: "you will',
    also: ['key-condition'],
  },
  {
    fault: 'a kind of slot that does not exist',
    rule: 'unknown-slot-kind',
    file: 'slots.yaml',
    from: 'kind: room',
    to: 'kind: rum',
  },

  // aspects
  {
    fault: 'a telling that no value fits',
    rule: 'take-never-fits',
    file: story,
    from: 'take: {reply: speech}',
    to: 'take: {reply: speech}, tags: {reply: [loud]}',
    also: ['unknown-tag', 'key-condition'],
  },
  {
    fault: 'a telling whose aspect only another story offers',
    rule: 'take-never-fits',
    file: leak,
    from: '    - {speech: "{boss} told me to [wait|mop]"}\n',
    to: '',
    at: { file: story, line: 'when I asked' },
  },
  {
    fault: 'a value that no telling takes',
    rule: 'aspect-untold',
    file: story,
    from: `${react}\n    - {say: "when I asked, {reply}.", take: {reply: speech}}\n    - "{did}, but {reply}."`,
    to: '- {say: "{reply}.", take: speech}',
    at: { file: leak, line: '{silence:' },
  },

  // definite
  {
    fault: 'a later mention before the fact',
    rule: 'definite-before-told',
    file: story,
    from: ', blind: true',
    to: '',
    at: { line: 'you will have' },
    also: ['telling-misses-fact'],
  },
  {
    fault: 'a later mention in an earlier beat',
    rule: 'definite-before-told',
    file: story,
    from: '"I work at {org}."',
    to: '"I work at {org}.", "that was before {event.n}."',
  },
  {
    fault: 'a value that mentions what may not have been told',
    rule: 'definite-before-told',
    file: leak,
    from: 'I put a bucket [under it|there]',
    to: 'I put a bucket by {event.n}',
  },
  {
    fault: 'a form for later mention that is not definite',
    rule: 'definite-form',
    file: leak,
    from: '"the leak"',
    to: '"a leak"',
  },

  // relations
  {
    fault: 'so between facts without a cause',
    rule: 'relation-cause',
    file: story,
    from: '{did}. Then {event}.',
    to: '{did}, so {event}.',
  },
  {
    fault: 'because between facts without a cause',
    rule: 'relation-cause',
    file: story,
    from: '{did}. Then {event}.',
    to: '{event} because {did}.',
  },
  {
    fault: 'so at the start of the second sentence',
    rule: 'relation-cause',
    file: story,
    from: '{did}, but {reply}.',
    to: '{did}. So {reply}.',
  },
  {
    fault: 'a set of connectives that holds a cause',
    rule: 'relation-cause',
    file: story,
    from: `${opening}Then {event}."`,
    to: `sets:\n  then: [", and then", ", so"]\n${opening.slice(0, -2)}<then> {event}."`,
    at: { line: '{did}<then>' },
  },
  {
    fault: 'but between facts without a contrast',
    rule: 'relation-contrast',
    file: story,
    from: '{did}. Then {event}.',
    to: '{did}, but {event}.',
  },
  {
    fault: 'a joint between facts without a relation',
    rule: 'relation-none',
    file: story,
    from: '{did}. Then {event}.',
    to: '{did}<~> {event}.',
  },

  // mention
  {
    fault: 'a person of the story in literal words',
    rule: 'named-twice',
    file: leak,
    from: 'I put a bucket [under it|there]',
    to: 'I told my boss [about it|why]',
  },
  {
    fault: 'a present verb that does not agree',
    rule: 'agreement',
    file: shared,
    from: '{mate} ~says',
    to: '{mate} says',
  },
  {
    fault: 'a person as the object in the form of a subject',
    rule: 'object',
    file: leak,
    from: 'I put a bucket [under it|there]',
    to: 'I [went|ran] to {boss}, who came',
  },
  {
    fault: 'a present verb behind an adverb',
    rule: 'agreement',
    file: shared,
    from: '{mate} ~says',
    to: '{mate} [still|never] says',
  },
  {
    fault: 'a verb that agrees with nobody',
    rule: 'verb-without-person',
    file: leak,
    from: 'rain makes',
    to: 'rain ~makes',
  },

  // topics
  {
    fault: 'an exclusion of a topic that nothing carries',
    rule: 'topic-unknown',
    file: shared,
    from: 'not: [sleep]',
    to: 'not: [sleeep]',
  },
  {
    fault: 'a topic that stands on one value alone',
    rule: 'topic-alone',
    file: shared,
    from: 'not: [sleep]',
    to: 'topics: [back]',
  },
  {
    fault: 'two facts of which no two values go together',
    rule: 'topic-clash',
    file: shared,
    from: '{b: "pick up extra [hours|days]"}',
    to: '{b: "pick up extra [hours|days]", topics: [sleep], not: [sleep]}',
    at: { file: story, line: '{stopped.g}' },
  },

  // preconditions
  {
    fault: 'a condition on a key value',
    rule: 'key-condition',
    file: leak,
    from: 'n: "the leak"',
    to: 'n: "the leak", when: {role: cook}',
  },
  {
    fault: 'a topic on a key value',
    rule: 'key-condition',
    file: leak,
    from: 'n: "the leak"',
    to: 'n: "the leak", topics: [sleep]',
  },
  {
    fault: 'a condition on a telling of a key beat',
    rule: 'key-condition',
    file: story,
    from: '- "these days {now}."',
    to: '- {say: "these days {now}.", when: {role: cook}}',
  },
  {
    fault: 'a key value under two tiers',
    rule: 'key-two-cells',
    file: shared,
    from: '"I am [fine|dry]"',
    to: '"I [stay|hang on]"',
    at: { line: 'Good: ["I [stay' },
  },
  {
    fault: 'a key list for two tiers',
    rule: 'key-two-cells',
    file: shared,
    from: '    Bad: ["I [stay|hang on]", "{mate} and I [wait|keep dry]"]\n    Good: ["I am [fine|dry]", "{mate} ~says it [is fine|holds]"]',
    to: '    - "I [stay|hang on]"',
    at: { line: 'hang on' },
    also: ['unused'],
  },
  {
    fault: 'years that not everybody has served',
    rule: 'demand',
    file: shared,
    from: 'my back [aches|is stiff]',
    to: 'it is my fifth year [of this|here]',
  },
  {
    fault: 'people whom not everybody manages',
    rule: 'demand',
    file: shared,
    from: 'my back [aches|is stiff]',
    to: 'the people I manage [see|know] it',
  },

  // slots
  {
    fault: 'a preposition that the slot does not take',
    rule: 'slot-preposition',
    file: leak,
    from: 'burst] in {room}',
    to: 'burst] on {room}',
  },

  // complete
  {
    fault: 'a schema without a fact of its arc',
    rule: 'missing-fact',
    file: leak,
    from: '  reply:\n    - {speech: "{boss} told me to [wait|mop]"}\n    - {silence: "{boss} [walked past|looked away]"}\n',
    to: '',
    at: head,
    also: ['take-never-fits', 'unreachable', 'unused'],
  },
  {
    fault: 'a cell without a shared fact',
    rule: 'missing-fact',
    file: shared,
    from: '    Good: ["I am [fine|dry]", "{mate} ~says it [is fine|holds]"]\n',
    to: '',
    at: top,
  },
  {
    fault: 'an event without a later mention',
    rule: 'missing-form',
    file: leak,
    from: ', n: "the leak"',
    to: '',
    at: { line: 'a pipe' },
  },
  {
    fault: 'a required beat without a telling',
    rule: 'beat-without-telling',
    file: story,
    from: '  now:\n    - "{now}."\n    - "these days {now}."\n',
    to: '',
    at: top,
  },
  {
    fault: 'a question without a story in a cell',
    rule: 'cell-without-story',
    file: 'north/ask.yaml',
    from: 'tiers: [Bad, Good]',
    to: 'tiers: [Bad]',
    at: top,
  },
  {
    fault: 'a role without a story',
    rule: 'cell-without-story',
    file: leak,
    from: 'arcs: [slide]',
    to: 'arcs: [slide]\nwhen: {role: cook}',
    at: top,
  },
  {
    fault: 'a telling without its fact',
    rule: 'telling-misses-fact',
    file: story,
    from: '- "{haunt}."',
    to: '- "{haunt}."\n    - "that was a long day."',
    at: { line: 'a long day' },
  },
  {
    fault: 'a telling of a fact that belongs elsewhere',
    rule: 'telling-wrong-fact',
    file: story,
    from: now,
    to: '- "{now}."\n    - "{now}, {body}."',
    at: { line: '{now}, {body}' },
  },

  // joints
  {
    fault: 'a word doubled where a value begins',
    rule: 'doubled-word',
    file: story,
    from: 'these days {now}',
    to: 'these days I {now}',
  },
  {
    fault: 'a word doubled where two facts meet',
    rule: 'doubled-word',
    file: story,
    from: 'since {event.n}, {haunt}',
    to: 'since {event.n} {haunt}',
  },
  {
    fault: 'a word doubled by an alternation',
    rule: 'doubled-word',
    file: leak,
    from: 'burst] in {room}',
    to: 'burst in] in {room}',
  },
  {
    fault: 'a word doubled before a person',
    rule: 'doubled-word',
    file: story,
    from: 'you will',
    to: 'ask my {boss.o}, you will',
  },
  {
    fault: 'a value that can end on "and"',
    rule: 'cut-off',
    file: leak,
    from: 'burst] in {room}',
    to: 'burst] in {room}, and [stayed|]',
  },
  {
    fault: 'a value with a full stop',
    rule: 'value-end',
    file: leak,
    from: '<twice>',
    to: 'and asked.',
    also: ['unused'],
  },
  { fault: 'a value with a capital', rule: 'value-capital', file: leak, from: 'rain makes', to: 'The rain makes' },
  { fault: 'a telling without a full stop', rule: 'telling-end', file: story, from: now, to: '- "{now}"' },
  { fault: 'two spaces', rule: 'double-space', file: leak, from: 'rain makes', to: 'rain  makes' },
  { fault: 'a space before a comma', rule: 'space-before-mark', file: leak, from: 'rain makes', to: 'rain , makes' },
  { fault: 'a typographic quote', rule: 'typography', file: leak, from: 'rain makes', to: 'rain\u2019s noise makes' },
  { fault: 'a dash', rule: 'typography', file: leak, from: 'rain makes', to: 'rain \u2014 makes' },

  // variety
  {
    fault: 'a value twice',
    rule: 'duplicate',
    file: leak,
    from: '"I put a bucket [under it|there]"',
    to: '"I had [asked|written]  <twice>"',
    also: ['double-space'],
  },
  { fault: 'a part twice', rule: 'duplicate-part', file: leak, from: '[asked|written]', to: '[asked|asked]' },
  {
    fault: 'a set that nothing uses',
    rule: 'unused',
    file: 'sets.yaml',
    from: 'sets: pack\n',
    to: 'sets: pack\nonce: [once, one time]\n',
    at: { line: 'once: [' },
  },
  {
    fault: 'people whom nothing names',
    rule: 'unused',
    file: 'people.yaml',
    from: 'mate:',
    to: 'peer: ["Bo / he"]\nmate:',
    at: { line: 'peer:' },
  },
  {
    fault: 'a value that no record can get',
    rule: 'unreachable',
    file: shared,
    from: 'not: [sleep]',
    to: 'not: [sleep], when: {arc: wish}',
  },
  {
    fault: 'a set that contains itself',
    rule: 'recursion',
    file: 'sets.yaml',
    from: 'two times',
    to: 'two times, or <twice>',
    also: ['doubled-word'],
  },
  {
    fault: 'two slots that contain each other',
    rule: 'recursion',
    file: 'slots.yaml',
    from: '"the back room"]}',
    to: '"the back of {hall}"]}\nhall: ["the hall by {room}"]',
    at: { line: 'room: {kind' },
    also: ['slot-preposition'],
  },
  {
    fault: 'a long run of words',
    rule: 'fixed-run',
    file: leak,
    from: 'rain makes me [nervous|jumpy]',
    to: 'rain on the roof makes me get up',
  },
  {
    fault: 'an opening that too many share',
    rule: 'opening',
    file: leak,
    from: '    - "I had [asked|written] <twice>"\n',
    to: `    - "I had [asked|written] <twice>"\n${Array.from({ length: 20 }, (_, i) => `    - "${i < 3 ? 'I kept a' : `thing${i} had to`} [list${i}|note${i}]"\n`).join('')}`,
    at: { line: 'list0' },
  },

  // words
  {
    fault: 'a worn-out phrase',
    rule: 'worn-out',
    file: leak,
    from: 'rain makes me [nervous|jumpy]',
    to: 'rain has taken [a|its] toll',
  },
  {
    fault: 'a word that gives the label away',
    rule: 'label-word',
    file: leak,
    from: '[nervous|jumpy]',
    to: '[nervous|unhelpful]',
  },

  // capacity
  {
    fault: 'a story with too few skeletons',
    rule: 'capacity',
    file: leak,
    from: 'schema: leak',
    to: 'schema: leak',
    at: head,
    plannedRows: 100_000,
  },
];
