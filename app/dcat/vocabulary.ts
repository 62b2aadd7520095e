/** Names of the vocabularies that the catalogue is written in, as JSON-LD 1.1 wants them told (W3C Recommendation, 2020). */
const prefixes = {
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  odrl: 'http://www.w3.org/ns/odrl/2/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** Said in every language, as a map from language to text. */
const spoken = ['dct:title', 'dct:description', 'foaf:name', 'skos:prefLabel', 'skos:scopeNote', 'vcard:fn'] as const

export const context = {
  '@version': 1.1,
  ...prefixes,
  ...Object.fromEntries(spoken.map((term) => [term, { '@id': term, '@container': '@language' }])),
}

const EU = 'http://publications.europa.eu/resource/authority/'

/** The European Union's authority tables, from which DCAT-AP 3 has its controlled words (section "Controlled vocabularies to be used"). */
export const authority = {
  languages: { 'zh-CN': `${EU}language/ZHO`, en: `${EU}language/ENG`, ar: `${EU}language/ARA` },
  themes: `${EU}data-theme`,
  /** Government and public sector. */
  government: `${EU}data-theme/GOVE`,
  /** Personal data: given only under an agreement. */
  nonPublic: `${EU}access-right/NON_PUBLIC`,
  json: `${EU}file-type/JSON`,
}

const frequencies: Readonly<Record<string, string>> = { 'at once': 'UPDATE_CONT', hourly: 'HOURLY', daily: 'DAILY', weekly: 'WEEKLY', monthly: 'MONTHLY', quarterly: 'QUARTERLY', yearly: 'ANNUAL' }

/** The EU's word for how often a register is refreshed; null where its file says something that has none. */
export function frequency(refreshed: string): string | null {
  const code = Object.hasOwn(frequencies, refreshed) ? frequencies[refreshed] : undefined
  return code === undefined ? null : `${EU}frequency/${code}`
}
