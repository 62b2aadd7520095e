import { notFound } from '#app/http/not-found.ts'

/** Every address that nothing else answers; so that its page has the header and the reader's language. */
export const loader = (): never => {
  throw notFound()
}

export const action = loader

export default function Nowhere() {
  return null
}
