/** Words with a capital that name nothing: sentence words, I, and such. */
const NO_NAMES = new Set(
  `I I'm I've I'd I'll Im Ive OK Okay HR IT CEO CFO COO CTO VP PM TA PI TV PTO WiFi Wi-Fi Mr Ms Mrs Dr`.split(' '),
);
const NUMBER_WORDS =
  'three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million';
const NUMBER = new RegExp(`\\b(?:\\d[\\d,.:]*\\d|\\d|(?:${NUMBER_WORDS}))\\b`, 'gi');
const CAPITALISED = /(?<=(?:[\p{L}\p{N},;:'")]|\b(?:Dr|Mr|Mrs|Ms)\.)[ \n]+)\p{Lu}[\p{L}'-]*\p{L}/gu;

/** What a retelling of a text must keep: its numbers from three on, and its names. */
export interface KeptFacts {
  readonly numbers: readonly string[];
  readonly names: readonly string[];
}

/** Numbers and names of a text, each once, in order; `names` are those known beside what the text shows by its capitals. */
export function keptFacts(text: string, names: readonly string[] = []): KeptFacts {
  const numbers = [...text.matchAll(NUMBER)].map(([found]) => found.toLowerCase());
  const shown = [...text.matchAll(CAPITALISED)]
    .map(([found]) => found.replace(/'s$/, ''))
    .filter((word) => !NO_NAMES.has(word));
  const known = names.filter((name) => name !== '' && text.includes(name));
  return { numbers: [...new Set(numbers)], names: [...new Set([...known, ...shown])] };
}

const DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  'three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i) => [word, String(i + 3)]),
);

/** The number as digits where it is a small word, so that "six" and "6" are one. */
function plainNumber(number: string): string {
  return DIGITS[number] ?? number.replace(/[,.:]$/, '');
}

/** What is missing from a retelling, or new in it, in a few words; undefined where all is kept and nothing is new. */
export function factFault(facts: KeptFacts, retold: string): string | undefined {
  const missing = facts.names.find((name) => !retold.toLowerCase().includes(name.toLowerCase()));
  if (missing) return `'${missing}' is missing`;
  const before = new Set(facts.numbers.map(plainNumber));
  const after = new Set([...retold.matchAll(NUMBER)].map(([found]) => plainNumber(found.toLowerCase())));
  for (const number of before) if (!after.has(number)) return `the number ${number} is missing`;
  for (const number of after) if (!before.has(number)) return `the number ${number} is new`;
  const known = facts.names.join(' ').toLowerCase();
  const invented = [...retold.matchAll(CAPITALISED)]
    .map(([found]) => found.replace(/'s$/, ''))
    .find((word) => !NO_NAMES.has(word) && !known.includes(word.toLowerCase()));
  return invented ? `the name '${invented}' is new` : undefined;
}

/** What identifies a person or leads to one: addresses, links, numbers of phones and accounts. */
const PERSONAL =
  /\b[\w.+-]+@[\w-]+\.[\w.]+\b|https?:\/\/|\bwww\.|(?<!\d)(?:\+?\d[\s().-]*){9,}\d|\b\d{3}-\d{2}-\d{4}\b|(?<!\w)@\w{3,}/;

/** Personal data in a text, if any. */
export function findPersonal(text: string): string | undefined {
  return PERSONAL.exec(text)?.[0];
}

const STOP = new Set(
  `a about above after again all also am an and any are as at be because been before but by came can could day did do does done down
  each even every for from get got had has have he her here him his how i if in into is it its just like made me more most much my no not
  now of off on once one only or other our out over own said same she so some still such than that the their them then there these they
  this those through to told too two under until up us very was we well went were what when where which while who why will with would you your
  i'm i've i'd i'll it's that's don't didn't can't wasn't`.split(/\s+/),
);

function contentStems(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}][\p{L}'-]+/gu) ?? [];
  return new Set(words.filter((word) => !STOP.has(word)).map((word) => word.slice(0, 5)));
}

/** Share of a text's content words, by their first five letters, that stand in another one; 1 where it has none. */
export function sharedContent(text: string, other: string): number {
  const stems = contentStems(text);
  if (stems.size === 0) return 1;
  const there = contentStems(other);
  let shared = 0;
  for (const stem of stems) if (there.has(stem)) shared++;
  return shared / stems.size;
}
