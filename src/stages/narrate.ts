import type { CompiledGrammar } from '../grammar/plan.ts';
import { openStoryteller, type Storyteller, type StorytellerOptions } from '../grammar/storyteller.ts';
import type { Narration, Narrative } from '../packs/narration.ts';
import type { Sample, TextColumn } from '../packs/pack.ts';

export interface Narrator {
  /** Tells every text of the record; a text that no template can tell comes out empty. */
  narrate(sample: Sample): Narration;
  readonly storyteller: Storyteller;
}

/** Opens the stage that turns facts into text. */
export function openNarrator(
  grammar: CompiledGrammar,
  texts: readonly TextColumn[],
  options: StorytellerOptions,
): Narrator {
  const storyteller = openStoryteller(grammar, options);
  return {
    storyteller,
    narrate(sample) {
      const voice = storyteller.begin(sample.story);
      return {
        voice,
        texts: texts.map(({ question }): Narrative => {
          const story = storyteller.tell(question, sample.rank);
          return {
            question,
            text: story?.text ?? '',
            schema: story?.plan.schema.id ?? '',
            arc: story?.plan.arc ?? '',
            band: story?.band ?? [0, 0],
            spans: options.trace ? [...storyteller.spans] : [],
          };
        }),
      };
    },
  };
}
