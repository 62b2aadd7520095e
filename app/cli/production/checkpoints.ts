import { checkCheckpoints } from '#app/checkpoints/checkpoint-settings.ts'

import type { ProductionCheck } from './production-check.ts'

export const checkpoints: ProductionCheck = (settings) => checkCheckpoints(settings)
