import type { NextFunction, Request, Response } from 'express'

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Refuses what no page could make sense of: a method that browsers do not send (TRACE, CONNECT and others), a host that is none. */
export function readableRequest(request: Request, response: Response, next: NextFunction): void {
  if (!METHODS.includes(request.method)) return refuse(response.set('Allow', METHODS.join(', ')), 405)
  if (!URL.canParse(`http://${request.get('Host') ?? ''}${request.originalUrl}`)) return refuse(response, 400)
  next()
}

const refuse = (response: Response, status: number): void => void response.status(status).set('Cache-Control', 'no-store').type('text/plain').send('Not understood')
