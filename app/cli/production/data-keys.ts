import { checkDataKeys } from '#app/vault-settings.ts'

import type { ProductionCheck } from './production-check.ts'

export const dataKeys: ProductionCheck = (settings) => checkDataKeys(settings)
