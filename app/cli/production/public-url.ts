import type { ProductionCheck } from './production-check.ts'

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])

export const publicUrl: ProductionCheck = ({ PUBLIC_URL }) => {
  if (PUBLIC_URL === undefined) return ['PUBLIC_URL is not set: set it to where people reach the portal, as in PUBLIC_URL=https://portal.city.example']
  const { protocol, hostname } = new URL(PUBLIC_URL)
  return protocol === 'https:' || LOOPBACK.has(hostname) ? [] : ['PUBLIC_URL is not HTTPS: put a proxy that speaks HTTPS in front of the portal and set PUBLIC_URL to its address, as in https://portal.city.example']
}
