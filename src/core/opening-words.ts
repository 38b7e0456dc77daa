/** Common words that open sentences and are no names: small in mid-sentence, and where a person types without capitals. */
export const OPENING_WORDS: ReadonlySet<string> = new Set(
  `a about after again all also an and another any anyway as ask at back because been before but by can could did do does each even ever every first for from
  get given had has have he her here his hm how if in instead is it its just last later less like long make maybe me mine more most mostly my neither never no nobody nor
  not nothing now of off oh okay on once one only or other our out over people same she should since so some somebody someone something still such than that the
  their them then there these they this those though three to too took two under until up was we well went were what when where which while who whoever why
  um uh yeah kind half today yesterday everybody everyone anybody sometimes maybe getting having being going looking trying right next during little grown kids people
  will with without would you your yes`.split(/\s+/),
);
