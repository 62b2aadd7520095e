import type { Agreement } from '#app/kernel/records/agreement.ts'

import { type Node, type Sources, to } from './node.ts'

/**
 * An agreement as ODRL has it (Information Model 2.2, §2.1.3 and §2.5): the register's owner lets the department that leads a
 * service read these fields, for this service only, up to a day. The service is a public service of CPSV-AP.
 */
export function agreementNode({ catalogue, addresses, say }: Sources, agreement: Agreement): Node[] {
  const { id, register, service, fields, purpose, legal, until } = agreement
  const [owner, lead] = [catalogue.registers[register]?.owner, catalogue.services[service]?.lead]
  if (owner === undefined || lead === undefined) return []
  const targets = Object.entries(fields).flatMap(([entity, names]) => names.map((field) => to(addresses.field(register, entity, field))))
  return [
    {
      '@id': addresses.agreement(register, id),
      '@type': 'odrl:Agreement',
      'dct:identifier': id,
      'dct:description': say(`agreements:purposes.${purpose}`),
      'dct:source': { '@type': 'eli:LegalResource', 'dct:title': { en: legal } },
      'odrl:assigner': to(addresses.department(owner)),
      'odrl:assignee': to(addresses.department(lead)),
      'odrl:permission': {
        '@type': 'odrl:Permission',
        'odrl:action': to('odrl:read'),
        'odrl:target': targets,
        'odrl:constraint': [
          constraint('odrl:purpose', 'odrl:eq', to(addresses.service(service))),
          constraint('odrl:dateTime', 'odrl:lteq', { '@value': until, '@type': 'xsd:date' }),
        ],
      },
    },
  ]
}

const constraint = (leftOperand: string, operator: string, rightOperand: object): object => ({
  '@type': 'odrl:Constraint',
  'odrl:leftOperand': to(leftOperand),
  'odrl:operator': to(operator),
  'odrl:rightOperand': rightOperand,
})

/** The services that may read registers (CPSV-AP 3: identifier, name, description, competent authority). */
export function serviceNodes({ catalogue, addresses, say }: Sources): Node[] {
  const reading = [...new Set(Object.values(catalogue.agreements).map(({ service }) => service))]
  return reading.flatMap((id): Node[] => {
    const definition = catalogue.services[id]
    if (!definition) return []
    return [{
      '@id': addresses.service(id),
      '@type': 'cpsv:PublicService',
      'dct:identifier': id,
      'dct:title': say(`services/${id}:title`),
      'dct:description': say(`services/${id}:summary`),
      'cv:hasCompetentAuthority': to(addresses.department(definition.lead)),
    }]
  })
}
