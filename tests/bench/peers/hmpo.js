import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import cookieParser from 'cookie-parser'
import express from 'express'
import session from 'express-session'
import wizard from 'hmpo-form-wizard'
import nunjucks from 'nunjucks'

import { serveBench } from './serve-bench.js'

/** hmpo-form-wizard as its example sets it up, with sessions in memory, templates compiled once, one question. */
const govuk = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'))
const app = express()
app.use(cookieParser())
app.use(session({ secret: 'a secret for benches', resave: false, saveUninitialized: false }))
app.set('view engine', 'html')
nunjucks.configure([join(import.meta.dirname, 'views'), join(govuk, 'dist')], { express: app, noCache: false, watch: false })
app.use((_request, response, next) => {
  response.locals.assetPath = '/public'
  next()
})
app.use(express.urlencoded({ extended: true }))
// nunjucks takes the dash in the name that the wizard gives it for a minus
class Question extends wizard.Controller {
  render(request, response, next) {
    response.locals.csrfToken = response.locals['csrf-token']
    super.render(request, response, next)
  }
}

const steps = {
  '/': { entryPoint: true, resetJourney: true, skip: true, next: 'seats' },
  '/seats': { fields: ['seats'], controller: Question, template: 'question', next: 'done', editable: true },
  '/done': { noPost: true, template: 'question' },
}
const fields = { seats: { type: 'number', validate: ['required', 'numeric', { type: 'range', fn: (value) => value >= 1 && value <= 500 }] } }
app.use('/restaurant', wizard(steps, fields, { name: 'restaurant', journeyName: 'restaurant' }))
app.use((error, _request, response, _next) => response.status(error.status ?? 500).send(String(error.stack ?? error)))

const server = app.listen(0, '127.0.0.1', () => serveBench(`http://127.0.0.1:${server.address().port}`, async () => server.closeAllConnections()))
