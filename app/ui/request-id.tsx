import { createContext, useContext } from 'react'

/** Names the request in the log, for somebody to quote when a page fails. Known on the server only. */
export const RequestIdContext = createContext<string | undefined>(undefined)

export const useRequestId = (): string | undefined => useContext(RequestIdContext)
