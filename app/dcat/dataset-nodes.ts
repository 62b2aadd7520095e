import type { Register } from '#app/kernel/definition/surroundings.ts'
import { agreementsWith } from '#app/use-cases/registers/describe-registers.ts'

import { type Node, type Sources, to } from './node.ts'
import { authority, frequency } from './vocabulary.ts'

/** A register as a dataset (DCAT 3 §6.6; mandatory in DCAT-AP 3: title and description), how to come by it, and its fields. */
export function datasetNodes(sources: Sources, register: Register): Node[] {
  const { catalogue, addresses, say } = sources
  const { id, owner, refreshed, entities } = register
  const every = frequency(refreshed)
  const fields = Object.values(entities).flatMap(({ name, fields: held }) => Object.entries(held).map(([field, concept]) => ({ entity: name, field, concept })))
  const name = say(`registers:${id}.name`)
  return [
    {
      '@id': addresses.register(id),
      '@type': 'dcat:Dataset',
      'dct:identifier': id,
      'dct:title': name,
      'dct:description': say(`data:about.${id}`),
      'dct:publisher': to(addresses.department(owner)),
      'dcat:contactPoint': to(addresses.contact(owner)),
      ...(every === null ? {} : { 'dct:accrualPeriodicity': to(every) }),
      'dct:accessRights': to(authority.nonPublic),
      'dcat:theme': to(authority.government),
      'dcat:landingPage': to(addresses.page(id)),
      'dcat:distribution': to(addresses.distribution(id)),
      'dct:hasPart': fields.map(({ entity, field }) => to(addresses.field(id, entity, field))),
      'odrl:hasPolicy': agreementsWith(catalogue, id).map((agreement) => to(addresses.agreement(id, agreement.id))),
    },
    { '@id': addresses.page(id), '@type': 'foaf:Document', 'dct:title': name },
    distribution(sources, id),
    ...fields.map(({ entity, field, concept }): Node => ({
      '@id': addresses.field(id, entity, field),
      '@type': 'odrl:Asset',
      'dct:identifier': `${id}.${entity}.${field}`,
      'dct:title': say(`concepts:${concept.name}.label`),
      'dct:isPartOf': to(addresses.register(id)),
      'dct:subject': to(addresses.concept(concept.name)),
    })),
  ]
}

/** Nothing can be downloaded: the page says who may have what, and by which contract it is exchanged (DCAT 3 §6.8.8, accessURL). */
const distribution = ({ addresses, say }: Sources, register: string): Node => ({
  '@id': addresses.distribution(register),
  '@type': 'dcat:Distribution',
  'dct:title': say('data:dcat.distribution'),
  'dct:conformsTo': to(addresses.contract),
  'dct:format': to(authority.json),
  'dcat:mediaType': to('https://www.iana.org/assignments/media-types/application/json'),
  'dcat:accessURL': to(addresses.page(register)),
  'dcat:accessService': to(addresses.exchange),
})
