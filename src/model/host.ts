import { withoutEndSlashes } from './without-end-slashes.ts'

/** A host as hosts are compared: in lower case, without `www.` in front and without the dot of the root. */
export function plainHost(host: string): string {
  const small = host.toLowerCase()
  return withoutWww(small.endsWith('.') ? small.slice(0, -1) : small)
}

/** A host in its own case without `www.` in front. (`www.com` has no other name.) */
export function withoutWww(host: string): string {
  return /^www\.[^.]+\./i.test(host) ? host.slice('www.'.length) : host
}

/** A domain that a venue claims, such as `www.Nature.com/npj/`, as URLs are matched by it. */
export interface DomainParts {
  /** Plain; with the port, if it has one: `nature.com`. */
  readonly host: string
  /** Without slashes at its end, in its own case: `/npj`, or `''` for the whole site. */
  readonly path: string
}

export function domainParts(domain: string): DomainParts {
  const slash = `${domain}/`.indexOf('/')
  return { host: plainHost(domain.slice(0, slash)), path: withoutEndSlashes(domain.slice(slash)) }
}

/** A host and all that it is in: `a.b.org`, `b.org`, `org`. */
export function* hostsAround(host: string): Iterable<string> {
  // Of what is longer than DNS allows, each of many labels would be looked up with all that follow it. (RFC 1035)
  if (host.length > LONGEST) return yield host
  for (let rest = host; rest !== ''; rest = rest.slice(`${rest}.`.indexOf('.') + 1)) yield rest
}

/** The characters of a name in the DNS, and of a port. */
const LONGEST = 253 + ':65535'.length

/** Whether a URL is that of a site and says nothing about a page of it. */
export function isHomePage({ pathname, search, hash }: Pick<URL, 'pathname' | 'search' | 'hash'>): boolean {
  return pathname === '/' && search === '' && hash === ''
}
