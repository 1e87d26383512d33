import createClient, { type Middleware } from 'openapi-fetch'
import { decoded } from './decoding'
import { ProblemError, UnreachableError, problemOf } from './problem'
import type { components, paths } from './schema'

/** A record of the API by its name in the OpenAPI document. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]

const SESSION = '/api/v1/session'

let language: () => string = () => 'ja'
let signInAgain: (() => Promise<void>) | null = null

/** Which language the application is to answer in. */
export function answerIn(current: () => string): void {
  language = current
}

/** Whom to ask when the session has ended; the request is sent again when the promise is kept. */
export function onSessionEnd(ask: () => Promise<void>): void {
  signInAgain = ask
}

function token(): string | null {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='))
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : null
}

function prepared(request: Request): Request {
  const ready = new Request(request)
  ready.headers.set('Accept-Language', language())
  if (request.method !== 'GET') {
    const value = token()
    if (value) ready.headers.set('X-XSRF-TOKEN', value)
  }
  return ready
}

const isSigningIn = (request: Request) => new URL(request.url).pathname === SESSION && request.method !== 'DELETE'

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(prepared(request.clone()))
  } catch (failed) {
    if (failed instanceof DOMException && failed.name === 'AbortError') throw failed
    throw new UnreachableError(failed)
  }
}

/** Sends a request; when the session has ended meanwhile, once more after signing in: what was typed is not lost. */
export async function sendSignedIn(request: Request): Promise<Response> {
  const response = await send(request)
  if (response.status !== 401 || isSigningIn(request) || !signInAgain) return response
  await signInAgain()
  return send(request)
}

const refusals: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw new ProblemError(await problemOf(response))
  },
}

/** The one place that does HTTP: typed by the OpenAPI document; throws {@link ProblemError} and {@link UnreachableError}. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: sendSignedIn })
api.use(refusals)

/** The body of an answer that has one; failures have been thrown before. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  const { data } = await answer
  if (data === undefined || data === null) throw new Error('The application answered without a body')
  return data
}

/** A text that the API answers in whatever encoding it names: the original telegram. */
export async function text(path: string): Promise<string> {
  const response = await sendSignedIn(new Request(new URL(path, window.location.origin)))
  if (!response.ok) throw new ProblemError(await problemOf(response))
  return decoded(await response.arrayBuffer(), response.headers.get('Content-Type'))
}
