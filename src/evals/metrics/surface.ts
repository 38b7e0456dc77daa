import type { CellMetric } from '../metric.ts';
import type { Reading, Sample } from '../sample.ts';

const FIRST_PERSON = new Set('i me my mine myself im ive'.split(' '));

/** "I", "me", "my" and what begins with "i'", such as "I'm"; "im" and "ive" as people type them. */
function isFirstPerson(word: string): boolean {
  return FIRST_PERSON.has(word) || word.startsWith("i'");
}

/** Share of the texts with words for which something holds. */
function shareOf(sample: Sample, holds: (reading: Reading) => boolean): number {
  const told = sample.readings.filter(({ words }) => words.length > 0);
  return told.filter(holds).length / told.length;
}

/** A mark that ends a sentence, and what may close behind it. */
const FINAL_MARK = /[.?!\u2026]["'\u2019\u201d)\]]*\s*$/;
const FIRST_LETTER = /^[^\p{L}\p{N}]*(?<letter>\p{L})/u;
const LINE = /\S\s*\n\s*\S|^\s*(?:[-*\u2022]|\d{1,2}[.)])\s+\S/;

function startsLower(text: string): boolean {
  const letter = FIRST_LETTER.exec(text)?.groups?.letter ?? '';
  return letter !== letter.toUpperCase();
}

const CAPITALS = /(?<![\p{L}\p{N}&.-])\p{Lu}{3,}(?![\p{L}\p{N}&-]|\.\p{Lu})/gu;

/** Short forms that are written in capitals, and of which some lower-case people make ordinary words ("asap", "pto"). */
const INITIALISMS = new Set(
  `AED API ASAP ATM BBQ BTW CAD CDC CEO CFO CIO CME CNA COO CPA CPR CPT CRM CRNA CSV CTO CTRL CVS DEI DIY DNA DMV EAP EHR EKG
  EMR EMS EMT ENT EOB EOD EPA ERP ETA FAQ FBI FDA FMLA FTE FYI FYE GED GPA GPS HIPAA HMO HOA HOV HTML HVAC IBM ICU IDK IEP IMO
  IRB IRS ISO IVF JSON KPI LCD LED LLC LMAO LOL LPN LVN MBA MIA MIT MRI NASA NATO NBA NDA NGO NICU NIH NLRB NSF NYC NYU
  OBGYN OKR OMG OSHA OTC PACU PCA PDF PHD PICU PIP POS PPE PPO PPT PTA PTO PTSD RFP RIF ROI RSI RSVP RVU SAP SAT SDS SEO SLA
  SMH SNF SOP SOS SQL SSN STAT STD STEM SUV SWAT TBD TBH TED TSA TTYL TMI UCLA UPS URL USA USB USC USPS VIP VPN WFH WIFI
  WTF YTD ZIP`.split(/\s+/),
);

/**
 * Whether a text has a word in capitals, as in anger: three or more letters, all capitals, no initialism of the list, and
 * one that the sample also has in lower case, so that unknown initialisms ("TJX") do not count.
 */
function capitalShare(sample: Sample): number {
  const lower = new Set<string>();
  for (const { text } of sample.readings) for (const [word] of text.matchAll(/\p{Ll}{3,}/gu)) lower.add(word);
  return shareOf(sample, ({ text }) =>
    (text.match(CAPITALS) ?? []).some((word) => !INITIALISMS.has(word) && lower.has(word.toLowerCase())),
  );
}

export const SURFACE: readonly CellMetric[] = [
  {
    id: 'first-person-share',
    title: 'first person, share of words',
    unit: 'share',
    scope: 'cell',
    about: 'share of words that are I, me, my, mine, myself or a contraction of I',
    compute: ({ readings, tokens }) =>
      readings.reduce((sum, { words }) => sum + words.filter(isFirstPerson).length, 0) / tokens,
  },
  {
    id: 'no-final-mark',
    title: 'no final punctuation',
    unit: 'share',
    scope: 'cell',
    about: 'share of texts that do not end in a full stop, question mark, exclamation mark or ellipsis',
    compute: (sample) => shareOf(sample, ({ text }) => !FINAL_MARK.test(text)),
  },
  {
    id: 'lower-case-start',
    title: 'lower-case start',
    unit: 'share',
    scope: 'cell',
    about: 'share of texts whose first letter is a small one; a text that begins with a number has none',
    compute: (sample) => shareOf(sample, ({ text }) => startsLower(text)),
  },
  {
    id: 'line-breaks-or-lists',
    title: 'line breaks or lists',
    unit: 'share',
    scope: 'cell',
    about: 'share of texts of more than one line, or that begin with the mark of a list (-, *, a bullet, 1. or 1))',
    compute: (sample) => shareOf(sample, ({ text }) => LINE.test(text)),
  },
  {
    id: 'capital-word',
    title: 'a word in capitals',
    unit: 'share',
    scope: 'cell',
    about:
      'share of texts with a word of three or more letters in capitals that is no known initialism and that the sample also has in lower case',
    compute: capitalShare,
  },
];
