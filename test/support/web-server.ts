import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What a path of a server answers: a page, or whatever it does with the connection. */
export type Page = Answer | string | ((request: IncomingMessage, response: ServerResponse) => void)

export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

export interface WebServer {
  /** Without a slash at its end: `http://127.0.0.1:49152`. */
  readonly url: string
  /** Every request that came, in its order. */
  readonly requests: readonly IncomingMessage[]
}

/** A web server on this machine that is gone after the test. What it has no page for is a 404; `*` is for all else. */
export async function webServer(pages: Readonly<Record<string, Page>>): Promise<WebServer> {
  const requests: IncomingMessage[] = []
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    requests.push(request)
    const page = pages[request.url ?? ''] ?? pages['*']
    if (typeof page === 'function') return page(request, response)
    const {
      status = 200,
      headers = {},
      body = '',
    } = typeof page === 'string' ? { body: page } : (page ?? MISSING)
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
  })
  server.on('connection', socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    // Answers that never end would keep it open.
    for (const socket of sockets) socket.destroy()
    await new Promise(resolve => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, requests }
}

const MISSING: Answer = { status: 404, body: '<title>Not found</title>' }
