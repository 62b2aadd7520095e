import { languages } from '#app/i18n/languages.ts'

import { type Node, type Sources, to } from './node.ts'
import { authority } from './vocabulary.ts'

/** The catalogue itself (DCAT 3 §6.3; mandatory in DCAT-AP 3: title, description, publisher) and the city that publishes it. */
export function catalogNodes({ catalogue, addresses, say }: Sources): Node[] {
  const { catalogue: id, city, home, exchange, register, dictionary } = addresses
  return [
    {
      '@id': id,
      '@type': 'dcat:Catalog',
      'dct:title': say('data:dcat.title'),
      'dct:description': say('data:dcat.about'),
      'dct:publisher': to(city),
      'dct:language': languages.map((language) => to(authority.languages[language])),
      'dcat:themeTaxonomy': [to(authority.themes), to(dictionary)],
      'foaf:homepage': to(home),
      'dcat:dataset': Object.keys(catalogue.registers).map((one) => to(register(one))),
      'dcat:service': to(exchange),
    },
    { '@id': home, '@type': 'foaf:Document', 'dct:title': say('data:title') },
    { '@id': city, '@type': 'foaf:Agent', 'foaf:name': say('certificate:city') },
  ]
}

/**
 * The way records travel between registers and the portal (DCAT 3 §6.9; mandatory in DCAT-AP 3: title and endpoint), and the
 * contract that says how. Where each department's own server stands is nobody else's to know.
 */
export function exchangeNodes({ catalogue, addresses, say }: Sources): Node[] {
  const { exchange, endpoint, contract, register, city } = addresses
  return [
    {
      '@id': exchange,
      '@type': 'dcat:DataService',
      'dct:title': say('data:dcat.exchange.title'),
      'dct:description': say('data:dcat.exchange.about'),
      'dct:publisher': to(city),
      'dct:accessRights': to(authority.nonPublic),
      'dct:conformsTo': to(contract),
      'dcat:endpointURL': to(endpoint),
      'dcat:endpointDescription': to(contract),
      'dcat:servesDataset': Object.keys(catalogue.registers).map((one) => to(register(one))),
    },
    { '@id': contract, '@type': ['dct:Standard', 'foaf:Document'], 'dct:title': say('data:dcat.contract') },
  ]
}
