import { createContext, useContext } from 'react'

/** The content security policy's one-time word, for Remix's own inline scripts on pages that have scripts. */
export const NonceContext = createContext<string | undefined>(undefined)

export const useNonce = (): string | undefined => useContext(NonceContext)
