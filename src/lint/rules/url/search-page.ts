const QUERY =
  /^(?:q|qs|query|s|search|search_query|searchterm|searchtext|term|terms|keyword|keywords|text|p)$/i

/** Whether a URL is a page of results that a search engine, a catalogue or a site's own search made. */
export function isSearchPage(url: URL): boolean {
  const names = [...url.searchParams.keys()]
  if (!names.some(name => QUERY.test(name))) return false
  const segments = url.pathname.toLowerCase().split('/').filter(Boolean)
  if (segments.some(segment => /^(?:search|results|scholar)(?:\.(?:php|aspx|html?|cfm|do))?$/.test(segment)))
    return true
  // PubMed and some engines show their results at the top.
  return segments.length === 0 && names.some(name => /^(?:q|query|s|search|term)$/i.test(name))
}
