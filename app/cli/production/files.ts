import { wrongFileSettings } from '#app/file-contents-settings.ts'

import type { ProductionCheck } from './production-check.ts'

/** Uploads have a place that can be reached. */
export const files: ProductionCheck = (settings) => wrongFileSettings(settings)
