import type { TFunction } from 'i18next'

import { type Catalogue, offeredServices } from '#app/catalogue/catalogue.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'
import { serviceCard } from '#app/view/service-card.ts'

/** More would be a list, which the page of all services is. */
const MOST = 10

/** What the home page offers: life events first, then services by themselves; parts of life events are found by search. */
export function homeCards(t: TFunction, catalogue: Pick<Catalogue, 'services'>) {
  const all = offeredServices(catalogue)
  const parts = new Set(all.flatMap(partsOf))
  const lifeEvents = all.filter((definition) => partsOf(definition).length > 0)
  const alone = all.filter((definition) => partsOf(definition).length === 0 && !parts.has(definition.service))
  return { lifeEvents: lifeEvents.map((one) => serviceCard(t, one)), services: alone.slice(0, MOST).map((one) => serviceCard(t, one)) }
}

const partsOf = (definition: Definition): string[] => nodesOf(definition).flatMap((node) => (node.node === 'sub' ? [node.service] : []))
