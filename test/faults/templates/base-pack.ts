/** A small sound pack, by path: each fault of `planted.ts` is one edit of it. The check finds nothing in it. */
export const BASE_PACK: Readonly<Record<string, string>> = {
  'grammar.yaml': `grammar: small
attributes:
  tier: [Bad, Good]
  domain: [North]
  tenure: [short, long]
  supervises: ["true", "false"]
  shift: [day, night]
  role: [cook, clerk]
groups:
  kitchen: [cook]
cells: [domain, tier]
kinds:
  event: {aspects: [event], forms: [f, n], key: true}
  did: {aspects: [action]}
  reply: {aspects: [speech, silence], key: true}
  haunt: {aspects: [habit, state]}
  body: {aspects: [state]}
  stopped: {aspects: [action], forms: [b]}
  now: {aspects: [state], key: true}
  ask: {aspects: [noun], key: true}
beats:
  setting: {}
  open: {must: event, may: [did]}
  react: {must: reply, may: [did]}
  haunt: {must: haunt, may: [body]}
  body: {must: body, may: [stopped]}
  now: {must: now}
  ask: {must: ask}
arcs:
  slide: {question: q24, beats: ["setting?", open, react, "haunt?", "body?", now], tells: [event, reply, haunt, now]}
  wish: {question: q23, beats: [ask], tells: [ask]}
relations:
  cause: [event>reply, event>haunt]
  contrast: [did>reply]
  elaboration: [haunt>body, body>stopped]
connectives:
  cause: [", so"]
  contrast: [", but"]
  elaboration: [", and"]
computed: [org, org.possessive]
slot_kinds:
  room: [in, into, from]
mix:
  Bad: {slide: 1}
  Good: {slide: 1}
lengths:
  q24: {Bad: [40, 400], Good: [40, 400]}
`,
  'sets.yaml': `sets: pack
twice: [twice, two times, more than once]
`,
  'slots.yaml': `slots: pack
room: {kind: room, values: ["the store room", "the back room"]}
`,
  'people.yaml': `people: pack
boss:
  - "my boss / she"
  - "the shift lead / they"
mate: ["Sam / they", "Ana / she"]
`,
  'voices.yaml': `voices: pack
list:
  plain: {weight: 3, contraction: 1}
  terse: {weight: 1, contraction: 2}
`,
  'wordings.yaml': `wordings: pack
list:
  - [somebody, someone]
  - {words: [nearly, almost], from: [nearly]}
`,
  'north/leak.yaml': `schema: leak
question: q24
domains: [North]
tiers: [Bad, Good]
arcs: [slide]
facts:
  event:
    - {f: "a pipe [broke|burst] in {room}", n: "the leak"}
    - {f: "water [came|ran] down the wall", n: "that rain"}
  did:
    - "I had [asked|written] <twice>"
    - "I put a bucket [under it|there]"
  reply:
    - {speech: "{boss} told me to [wait|mop]"}
    - {silence: "{boss} [walked past|looked away]"}
  haunt:
    - {habit: "I [hear|count] drops at night", topics: [sleep]}
    - {state: "rain makes me [nervous|jumpy]"}
tellings:
  open: ["you know {room}. {event}."]
`,
  'north/shared.yaml': `shared: north
domains: [North]
tiers: [Bad, Good]
facts:
  body:
    - {state: "I sleep [four|five] hours", topics: [sleep]}
    - {state: "my back [aches|is stiff]", not: [sleep]}
  stopped:
    - {b: "pick up extra [hours|days]"}
  now:
    Bad: ["I [stay|hang on]", "{mate} and I [wait|keep dry]"]
    Good: ["I am [fine|dry]", "{mate} ~says it [is fine|holds]"]
`,
  'north/ask.yaml': `schema: ask
question: q23
domains: [North]
tiers: [Bad, Good]
arcs: [wish]
facts:
  ask: ["a new [pipe|plumber]", "one [dry|warm] room"]
`,
  'tellings/story.yaml': `tellings: story
question: q24
tiers: [Bad, Good]
beats:
  setting: ["I work at {org}."]
  open:
    - "{event}."
    - "{did}. Then {event}."
    - {say: "you will have heard of {event.n}.", blind: true}
  react:
    - "{reply}."
    - {say: "when I asked, {reply}.", take: {reply: speech}}
    - "{did}, but {reply}."
  haunt:
    - "{haunt}."
    - "since {event.n}, {haunt}<~> {body}."
  body:
    - "{body}, and I stopped {stopped.g}."
  now:
    - "{now}."
    - "these days {now}."
`,
  'tellings/wish.yaml': `tellings: wish
question: q23
tiers: [Bad, Good]
beats:
  ask: ["{ask}.", "what I want is {ask}."]
`,
};
