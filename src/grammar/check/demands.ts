/** Words that only some people can say: the attributes of which one must be asked for by the value, its list or its schema. */
export interface Demand {
  readonly pattern: RegExp;
  readonly attributes: readonly string[];
  readonly severity: 'error' | 'warning';
}

const ORDINAL = '(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|fifteenth|twentieth)';
const NUMBER =
  '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty)';

export const DEMANDS: readonly Demand[] = [
  {
    pattern: new RegExp(`\\b(?:in )?my ${ORDINAL} year\\b(?! of (?:college|school|life|marriage))`, 'i'),
    attributes: ['tenure'],
    severity: 'error',
  },
  {
    pattern: new RegExp(
      `\\b${NUMBER} (?:winters|springs|summers|autumns|falls|years|Christmases) (?:here|in (?:this|the) (?:job|place|house|building)|on (?:this|the) (?:unit|floor|team))\\b`,
      'i',
    ),
    attributes: ['tenure'],
    severity: 'error',
  },
  {
    pattern: new RegExp(
      `\\bin ${NUMBER} years I (?:have|had|never)\\b|\\bafter ${NUMBER} years (?:here|of this)\\b`,
      'i',
    ),
    attributes: ['tenure'],
    severity: 'warning',
  },
  {
    pattern:
      /\b(?:the )?people (?:I manage|who report to me|I supervise|under me)\b|\bmy (?:direct reports|reports' |staff)\b|\b(?:I|who) (?:hired|manage|supervise) (?:them|my team|(?:two|three|four|five|six) people)\b/i,
    attributes: ['supervises', 'position'],
    severity: 'error',
  },
  {
    pattern:
      /\bI (?:work|am on|was on|worked|have|had|do|did) (?:the )?(?:nights|night shifts?|days and nights)\b(?! (?:off|out|in))|\b(?:after|before|on|between) (?:my|a) (?:run of )?night shifts?\b/i,
    attributes: ['shift'],
    severity: 'warning',
  },
  {
    pattern: /\b(?:when|since) it (?:snows|snowed)\b|\bthe (?:snow|leaves) (?:is|are) (?:on the ground|down)\b/i,
    attributes: ['season'],
    severity: 'warning',
  },
];
