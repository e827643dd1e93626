import type { FetchOptions } from '../fetch/fetch-source.ts'
import type { Context } from './command.ts'

/** Where the network is asked about sources, as the library's config has it. */
export function fetchSettings({ settings, version, now }: Context): FetchOptions {
  const { doi_resolver: doiResolver = 'https://doi.org/', arxiv: arxivBase = 'https://arxiv.org/' } =
    settings.fetch
  return { doiResolver, arxivBase, now: now(), version }
}
