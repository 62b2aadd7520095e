/**
 * What everything in the catalogue is called: an absolute address, on the page of the portal where a person reads the same.
 * @param origin of the request, such as https://portal.example
 */
export function addressesAt(origin: string) {
  const data = `${origin}/data`
  const page = (register: string): string => `${data}/${register}`
  return {
    home: data,
    help: `${origin}/help`,
    catalogue: `${data}#catalogue`,
    city: `${data}#city`,
    exchange: `${data}#exchange`,
    /** The root under which registers exchange records with the portal. */
    endpoint: `${origin}/registers`,
    contract: `${origin}/contracts/register.openapi.yaml`,
    dictionary: `${data}/dictionary#dictionary`,
    department: (id: string): string => `${data}#department-${id}`,
    contact: (id: string): string => `${data}#contact-${id}`,
    page,
    register: (id: string): string => `${page(id)}#register`,
    distribution: (id: string): string => `${page(id)}#distribution`,
    field: (register: string, entity: string, field: string): string => `${page(register)}#${fieldAnchor(entity, field)}`,
    agreement: (register: string, id: string): string => `${page(register)}#${agreementAnchor(id)}`,
    concept: (name: string): string => `${data}/dictionary#${name}`,
    service: (id: string): string => `${origin}/services/${id}#service`,
  }
}

export type Addresses = ReturnType<typeof addressesAt>

/** Where a field and an agreement stand on their register's page. */
export const fieldAnchor = (entity: string, field: string): string => `${entity}.${field}`
export const agreementAnchor = (id: string): string => `agreement-${id}`
