/** What the front matter of a document says of the page that it is. */
export interface PageNames {
  readonly id?: string | undefined
  readonly slug?: string | undefined
}

/** Files that stand for the folder in which they are. */
const INDEX = /(?:^|\/)(?:_?index|readme)$/i

/** The day that Jekyll puts before the name of a post. */
const DAY = /(^|\/)\d{4}-\d\d-\d\d-([^/]+)$/

/** Whether a text can be the id of a page, by the schema of pages.yaml. */
export function isPageId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(text)
}

/**
 * The ids by which a document may be known as a page, the surest first: `id` and `slug` of its front matter, then its
 * path without the ending, whole and without its first folders, down to the name of the file alone. `index.md` stands
 * for its folder; the day before the name of a post does not count.
 * @param path of the document, with forward slashes
 */
export function pageIds(path: string, { id, slug }: PageNames = {}): string[] {
  const fromSlug = slug?.replace(/^\/+|\/+$/g, '') ?? ''
  const ids = [...(id === undefined ? [] : [id]), ...[fromSlug, ...pathsOf(path)].flatMap(ends)]
  return [...new Set(ids)].filter(isPageId)
}

/** The id that a document gets as a page that nobody knows yet; undefined where its name cannot be one. */
export function newPageId(path: string, { id, slug }: PageNames = {}): string | undefined {
  const own = [id, slug?.replace(/^\/+|\/+$/g, '')].find(each => each !== undefined && isPageId(each))
  if (own !== undefined) return own
  const name = pathsOf(path)[0]?.split('/').at(-1)
  return name !== undefined && isPageId(name) ? name : undefined
}

/** A path without its ending, in the forms by which pages go, the usual one first. */
function pathsOf(path: string): string[] {
  const whole = path.replace(/^(?:\.{0,2}\/)+/, '').replace(/\.[^./]+$/, '')
  const usual = INDEX.test(whole) ? whole.replace(INDEX, '') : whole.replace(DAY, '$1$2')
  return [...new Set([usual, whole])].filter(each => each !== '')
}

/** A path, whole and without more and more of its first folders. */
function ends(path: string): string[] {
  const names = path.split('/')
  return names.map((_, i) => names.slice(i).join('/'))
}
