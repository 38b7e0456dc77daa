/**
 * One grammar for all engines: symbols in hash marks, as Tracery writes them. 73 words a text, eight sentences, nested two
 * deep, about 10^15 texts.
 */
export const GRAMMAR: Readonly<Record<string, readonly string[]>> = {
  origin: [
    '#when# #event#. #did#, and #reply#. #later#, #aftermath#. #haunt#. #body#, #lately#. #home#. #help#. #now#.',
  ],
  when: [
    'in March',
    'late in October',
    'the week after Thanksgiving',
    'on a Sunday in August',
    'about five months ago',
    'the night the computers went down',
  ],
  event: [
    '#patient# in #bed# coded before anybody came',
    'we lost #patient# that we had every chance to save',
    '#patient# went upstairs six hours too late',
    '#patient# in #bed# stopped breathing while I was on hold',
  ],
  patient: ['a man', 'a woman', 'a young guy', 'a grandmother', 'an older man', 'a father of three'],
  bed: ['bed 12', 'room 4', 'the corner room', 'bay 3', 'isolation', 'room 22'],
  did: [
    'I had paged #doctor# twice',
    'I charted the pressures every #n# minutes',
    'I had asked #doctor# to come and look',
    'I had told #boss# that something was off',
  ],
  doctor: ['the attending', 'the covering resident', 'the hospitalist', 'the surgeon', 'the fellow on call'],
  boss: ['my charge nurse', 'our unit manager', 'the house supervisor', 'the director'],
  n: ['ten', 'twelve', 'fifteen', 'twenty'],
  reply: [
    '#doctor# said I was being dramatic',
    '#doctor# never called back',
    '#boss# asked how long I had been off orientation',
    '#boss# looked at the clock and walked off',
  ],
  later: ['a week later', 'ten days later', 'by the end of that week', 'a few days on'],
  aftermath: [
    'they asked me to sign that I had been offered a debrief',
    'my follow-up was an email with a survey link',
    '#boss# wanted to know why my note was so long',
    'the chart had been tidied by the time I looked again',
  ],
  haunt: [
    'I wake up at #clock#, which is when it was',
    'I still hear that alarm in #place#',
    'I count breaths on strangers in #place#',
    'I take the stairs so I do not pass that room',
  ],
  clock: ['3:40', '4:10', 'ten to three', 'half past two'],
  place: ['the shower', 'traffic', 'the checkout line', 'church', 'my sleep'],
  body: [
    'I sleep maybe four hours',
    'my hands go numb around the parking deck',
    'I have lost #n# pounds without trying',
    'some mornings I cannot make my legs do the stairs',
  ],
  lately: ['these days', 'lately', 'at the moment', 'this past month'],
  home: [
    '#kin# leaves the porch light on for me',
    '#kin# thinks it is the hours',
    'I let #kin# do all the talking at dinner',
    'I snapped at #kin# about a spoon',
  ],
  kin: ['my sister', 'my husband', 'my partner', 'my mom', 'my roommate'],
  help: [
    'I saw somebody through the employee line once',
    'I am on a list for a counselor',
    'I do not tell people, it gets around',
    'the chaplain lets me come by and not talk',
  ],
  now: [
    'I go in, I do my hours, I go home',
    'I have a transfer form filled in and not sent',
    'I am still on the schedule for Monday',
    'I count the weeks to the end of my contract',
  ],
};
