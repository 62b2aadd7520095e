import { type Node, type Sources, to } from './node.ts'

/** Departments that keep a register or lead a service that reads one, and where to reach them. */
export function departmentNodes({ catalogue, addresses, say }: Sources): Node[] {
  const owners = Object.values(catalogue.registers).map(({ owner }) => owner)
  const leads = Object.values(catalogue.agreements).flatMap(({ service }) => catalogue.services[service]?.lead ?? [])
  return [...new Set([...owners, ...leads])].flatMap((id): Node[] => {
    const name = say(`departments:${id}.name`)
    return [
      { '@id': addresses.department(id), '@type': 'foaf:Agent', 'foaf:name': name },
      { '@id': addresses.contact(id), '@type': 'vcard:Organization', 'vcard:fn': name, 'vcard:hasURL': to(addresses.help) },
    ]
  })
}
