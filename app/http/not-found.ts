/** The one answer for what is not there and for what is not yours. */
export const notFound = (): Response => new Response(null, { status: 404 })
