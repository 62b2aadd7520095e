// What its configuration asks for; nothing of it is reached by a question.
Object.assign(process.env, { SESSION_COOKIE_PASSWORD: 'a password for benches, of more than 32 letters', LOG_ENABLED: 'false', ENVIRONMENT: 'local', ...process.env })

const { join } = await import('node:path')
const { default: crumb } = await import('@hapi/crumb')
const { Engine: Memory } = await import('@hapi/catbox-memory')
const { default: hapi } = await import('@hapi/hapi')
const { default: yar } = await import('@hapi/yar')
const { default: pino } = await import('hapi-pino')
const { default: plugin } = await import('@defra/forms-engine-plugin')
const { FormModel } = await import('@defra/forms-engine-plugin/engine/models/FormModel.js')
const standard = await import('@defra/forms-engine-plugin/services/index.js')
const { restaurant } = await import('./restaurant.js')
const { serveBench } = await import('./serve-bench.js')

/** forms-engine-plugin as its guide sets it up, with sessions in memory, nothing logged, a form of its own. */
const server = hapi.server({ host: '127.0.0.1', port: 0, cache: [{ name: 'session', engine: new Memory() }] })
await server.register({ plugin: pino, options: { enabled: false, level: 'silent' } })
await server.register({ plugin: yar, options: { maxCookieSize: 0, cache: { cache: 'session', segment: 'session' }, cookieOptions: { password: process.env.SESSION_COOKIE_PASSWORD, isSecure: false } } })
await server.register({ plugin: crumb, options: { cookieOptions: { isSecure: false } } })
const author = { createdAt: new Date(), createdBy: { id: 'bench', displayName: 'Bench' }, updatedAt: new Date(), updatedBy: { id: 'bench', displayName: 'Bench' } }
const metadata = { ...author, id: '661e4ca5-039e-4739-beae-000000000001', slug: 'restaurant', title: 'Restaurant', organisation: 'Defra', teamName: 'Bench', teamEmail: 'bench@example.org', live: author }
const formsService = { getFormMetadata: async () => metadata, getFormMetadataById: async () => metadata, getFormDefinition: async () => restaurant, getFormSecret: async () => '' }
const services = { ...standard, formsService }
const model = new FormModel(restaurant, { basePath: 'restaurant' }, services)
const nunjucks = { baseLayoutPath: 'defra-layout.html', paths: [join(import.meta.dirname, 'views')] }
await server.register({ plugin, options: { model, services, cache: 'session', nunjucks, viewContext: () => ({ assetPath: '/public' }), baseUrl: 'http://127.0.0.1' } })
server.events.on({ name: 'request', channels: 'error' }, (_request, { error }) => console.error(error))
await server.start()
serveBench(`http://127.0.0.1:${server.info.port}`, () => server.stop())
