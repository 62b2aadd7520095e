import { type Node, type Sources, to } from './node.ts'

/** The dictionary as a SKOS concept scheme: what fields of registers mean, and how carefully each is to be kept. */
export function conceptNodes({ catalogue, addresses, say }: Sources): Node[] {
  const scheme: Node = { '@id': addresses.dictionary, '@type': 'skos:ConceptScheme', 'dct:title': say('data:dictionary.title') }
  const concepts = Object.values(catalogue.concepts).map(({ name, classification }): Node => ({
    '@id': addresses.concept(name),
    '@type': 'skos:Concept',
    'skos:inScheme': to(addresses.dictionary),
    'skos:notation': name,
    'skos:prefLabel': say(`concepts:${name}.label`),
    'skos:scopeNote': say(`data:classification.${classification}`),
  }))
  return [scheme, ...concepts]
}
