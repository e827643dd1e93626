import { createRequire } from 'node:module'

/** A JSON-LD 1.1 processor (the npm package, which has no types of its own). */
interface Processor {
  expand(document: unknown, options: object): Promise<object[]>
  toRDF(document: unknown, options: object): Promise<string>
}

const processor: Processor = createRequire(import.meta.url)('jsonld')

/** What https://schema.org has for a context, as far as our documents need it: its terms that hold addresses and dates. */
const CONTEXT = {
  '@vocab': 'http://schema.org/',
  Date: { '@id': 'http://schema.org/Date' },
  ...Object.fromEntries(
    ['url', 'sameAs', 'archivedAt', 'isPartOf'].map(name => [
      name,
      { '@id': `http://schema.org/${name}`, '@type': '@id' },
    ]),
  ),
  datePublished: { '@id': 'http://schema.org/datePublished', '@type': 'Date' },
}

const options = {
  // What would be dropped, such as an address that is none, is an error.
  safe: true,
  format: 'application/n-quads',
  documentLoader: async (url: string) => {
    if (url !== 'https://schema.org') throw new Error(`Nothing may be loaded but the context: ${url}`)
    return { contextUrl: null, documentUrl: url, document: { '@context': CONTEXT } }
  },
}

/** The nodes of a document, with every term as its address. */
export function expanded(document: unknown): Promise<object[]> {
  return processor.expand(document, options)
}

/** The statements of a document, as N-Quads. */
export async function statements(document: unknown): Promise<string[]> {
  return (await processor.toRDF(document, options)).split('\n').filter(line => line !== '')
}
