import { counted } from '../model/count-text.ts'
import type { HttpRequest } from './http-request.ts'

/** Why a redirect is not followed; undefined when it is. */
export async function redirectProblem(
  from: URL,
  to: URL,
  seen: ReadonlySet<string>,
  { limits, isPrivate }: HttpRequest,
): Promise<string | undefined> {
  const { href } = bareAddress(to)
  if (seen.has(href)) return `${from.href} leads back to ${href}: its redirects go in a circle.`
  if (seen.size > limits.redirects)
    return `${[...seen][0] ?? ''} leads on and on: more than ${counted(limits.redirects, 'redirect')}.`
  // A server outside must not make us ask one that only this network can reach.
  if ((await isPrivate(to.hostname)) && !(await isPrivate(from.hostname)))
    return `${from.href} leads to ${to.host}, which is in a private network; that is not followed.`
  return undefined
}

/** An address as it is asked for: without a part of the page, and without name and password. */
export function bareAddress(url: URL): URL {
  const copy = new URL(url.href)
  copy.hash = ''
  copy.username = ''
  copy.password = ''
  return copy
}
