/** A verb in the past tense: what ends in -ed, and the irregular ones that people tell their stories with. */
export const PAST_VERB =
  /^(?:\w{2,}ed|had|got|dreamt|told|went|said|put|ran|sat|stood|took|made|gave|let|came|felt|thought|knew|kept|left|held|hid|threw|drew|wrote|read|lost|won|fell|broke|built|ate|saw|found|cut|hit|stuck|quit|grabbed|swung|shook|hung|drank|sang|wore|slid|began|bent|blew|brought|bought|caught|chose|dug|fought|flew|forgot|grew|heard|led|lay|met|paid|rode|rang|sent|shut|slept|snuck|spent|spoke|swam|taught|tore|woke|wound)$/;
