import { readFileSync } from 'node:fs'

import Database from 'better-sqlite3'
import express from 'express'
import { renderToString } from 'react-dom/server'

import { serveBench } from '../harness/serve-bench.ts'
import type { WrittenRow } from '../harness/written-rows.ts'

import { type PageTree, treeElement } from './page-tree.ts'
import { rewriter } from './rewrite-rows.ts'

/** What a bare server answers with, request by request: rows to write, a page to render. */
export type Part = { rows?: readonly WrittenRow[]; page?: PageTree }

/**
 * Express, better-sqlite3 and `renderToString`: `node tests/bench/bare/parts-server.ts DATABASE PARTS`. `/N` writes the rows
 * and renders the page of part N; a form with its fields may come along.
 */
const [path = '', parts = ''] = process.argv.slice(2)
const database = new Database(path)
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
// The rows of a case that is only repeated lack some that were there before it.
database.pragma('foreign_keys = OFF')
// Trusted: written by the row that starts this.
const served = (JSON.parse(readFileSync(parts, 'utf8')) as Part[]).map(({ rows, page }) => ({ write: rows?.length ? rewriter(database, rows) : null, page }))

const app = express()
app.use(express.urlencoded({ extended: false }))
let time = 0
app.all('/:part', (request, response) => {
  const part = served[Number(request.params.part)]
  if (!part) return void response.sendStatus(404)
  part.write?.((time += 1))
  if (!part.page) return void response.redirect(303, '/done')
  response.type('html').send(`<!DOCTYPE html>${renderToString(treeElement(part.page))}`)
})

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  serveBench(`http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`, async () => {
    server.closeAllConnections()
    database.close()
  })
})
