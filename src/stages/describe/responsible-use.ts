import type { DatasetSummary } from '../../core/dataset.ts';
import { describeModelUse } from './model-use.ts';
import { hexOf, LIMITS, SYNTHETIC, UNFIT } from './words.ts';

/** The Croissant fields on how the data came to be and what it may be used for: RAI 1.0 and PROV. */
export function responsibleUse(summary: DatasetSummary): Readonly<Record<string, unknown>> {
  const tool = {
    '@type': 'prov:SoftwareAgent',
    '@id': `urn:fabula:tool:${summary.toolVersion}`,
    'prov:label': `Fabula ${summary.toolVersion}`,
  };
  return {
    'rai:dataCollection': `Nothing was collected. Facts were sampled from seeded random streams by pack ${summary.packId} ${summary.packVersion} and told as text by a grammar of hand-written templates. ${describeModelUse(summary)}`,
    'rai:dataCollectionType': ['Synthetic'],
    'rai:dataManipulationProtocol':
      'Texts get rare, seeded slips of the keyboard. Candidates that are empty, show their template or hold unsafe content are turned down and told anew.',
    'rai:machineAnnotationTools': [`Fabula ${summary.toolVersion}`],
    'rai:personalSensitiveInformation': [`None. ${SYNTHETIC}`],
    'rai:dataBiases': ['Shares, correlations and the themes of the texts are those that the pack and its config set.'],
    'rai:dataLimitations': [...LIMITS, UNFIT],
    'rai:dataUseCases': [
      'Building, testing and comparing text classifiers where real data is missing or must not leave its house.',
      'Measuring methods against a known truth.',
    ],
    'rai:dataSocialImpact': `It lets people work on sensitive subjects without anyone's private words. ${summary.warning}`,
    'rai:dataReleaseMaintenancePlan':
      'The dataset does not change. It can be made again from the job in manifest.json; a new pack version makes a new dataset.',
    'prov:wasGeneratedBy': {
      '@type': 'prov:Activity',
      '@id': `urn:sha256:${hexOf(summary.jobHash)}`,
      'prov:label': `Run of pack ${summary.packId} with seed ${summary.seed}`,
      'prov:wasAssociatedWith': tool,
    },
    'prov:wasDerivedFrom': [
      {
        '@type': 'prov:Entity',
        '@id': `urn:sha256:${hexOf(summary.templateHash)}`,
        'prov:label': `Templates of pack ${summary.packId}`,
      },
      { '@type': 'prov:Entity', '@id': `urn:sha256:${hexOf(summary.lexiconHash)}`, 'prov:label': 'English lexicon' },
    ],
  };
}
