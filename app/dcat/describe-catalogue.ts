import { agreementNode, serviceNodes } from './agreement-nodes.ts'
import { catalogNodes, exchangeNodes } from './catalog-nodes.ts'
import { conceptNodes } from './concept-nodes.ts'
import { datasetNodes } from './dataset-nodes.ts'
import { departmentNodes } from './department-nodes.ts'
import type { Node, Sources } from './node.ts'
import { context } from './vocabulary.ts'

export type Described = { '@context': typeof context; '@graph': readonly Node[] }

/**
 * The whole data catalogue as JSON-LD: DCAT 3 (W3C Recommendation, 2024) with the words that DCAT-AP 3 prescribes. Everything
 * is said once, under its own address, and referred to from elsewhere. No personal data is in it.
 */
export function describeCatalogue(sources: Sources): Described {
  const { registers, agreements } = sources.catalogue
  return {
    '@context': context,
    '@graph': [
      ...catalogNodes(sources),
      ...exchangeNodes(sources),
      ...departmentNodes(sources),
      ...Object.values(registers).flatMap((register) => datasetNodes(sources, register)),
      ...Object.values(agreements).flatMap((agreement) => agreementNode(sources, agreement)),
      ...serviceNodes(sources),
      ...conceptNodes(sources),
    ],
  }
}
